/** What a person says of the new city: by options, and on a terminal by answers to what the options leave out. */

import { createInterface } from 'node:readline/promises';
import { languages as knownLanguages, type Language } from '../../src/contract/city.ts';
import { zoneWords } from '../../src/contract/value-shapes.ts';
import { type Fault, OperatorError } from '../support/operator-error.ts';
import { oneOf } from '../support/read-city/schema-faults.ts';
import { findDelivery } from './find-delivery.ts';
import { expectHolidays, holidayLists, type HolidayList } from './propose-holidays.ts';

export interface Answers {
  readonly name: Partial<Record<Language, string>>;
  readonly languages: readonly Language[];
  readonly zone: string;
  readonly holidays: HolidayList;
  readonly file: string;
}

export interface AnswerOptions {
  readonly name: string | undefined;
  readonly 'name-fr': string | undefined;
  readonly languages: string | undefined;
  readonly zone: string | undefined;
  readonly holidays: string | undefined;
  readonly file: string | undefined;
}

/** Asks one question; the answer without surrounding space, blank where there is none. */
export type Ask = (question: string) => Promise<string>;

/** Undefined where nobody is at a terminal. */
export function askOnTerminal(): { readonly ask: Ask; close(): void } | undefined {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return { ask: async (question) => (await terminal.question(question)).trim(), close: () => terminal.close() };
}

interface Question {
  readonly option: keyof AnswerOptions;
  readonly question: string;
  /** Taken for a blank answer. */
  readonly usual?: string;
  /** Without a terminal the usual answer is taken. */
  readonly isOptional?: boolean;
  readonly check?: (text: string) => string | undefined | Promise<string | undefined>;
}

/** In the order asked. */
const questions: readonly Question[] = [
  { option: 'name', question: 'The name of the city' },
  { option: 'languages', question: 'Its languages, the first before the others: en, fr, "en,fr" or "fr,en"', usual: 'en', check: expectLanguages },
  { option: 'zone', question: 'Its time zone, such as America/Toronto', usual: new Intl.DateTimeFormat().resolvedOptions().timeZone, check: expectZone },
  { option: 'holidays', question: `Whose public holidays to list, by its law: ${holidayLists.join(', ')}`, usual: 'none', isOptional: true, check: expectHolidays },
  { option: 'file', question: 'A real export of its requests (a file, or a folder of them)', check: expectExport },
]; // prettier-ignore

/** Throws NEW_CITY_INCOMPLETE with all that is missing where nobody can be asked. */
export async function answerQuestions(options: AnswerOptions, ask: Ask | undefined): Promise<Answers> {
  if (!ask) refuseMissing(options);
  const given = { ...options };
  for (const question of questions) {
    if (given[question.option] === undefined && ask) given[question.option] = await answer(question, ask);
  }
  const languages = (given.languages ?? '').split(',').map((language) => language.trim() as Language);
  const name = given.name ?? '';
  const inFrench =
    given['name-fr'] ?? (ask && languages.length > 1 ? await ask(`Its name in French [${name}]: `) : '') ?? '';
  return {
    name: Object.fromEntries(
      languages.map((language) => [language, language === 'fr' && inFrench !== '' ? inFrench : name]),
    ),
    languages,
    zone: given.zone ?? '',
    holidays: (given.holidays ?? 'none') as HolidayList,
    file: given.file ?? '',
  };
}

async function answer({ question, usual, check }: Question, ask: Ask): Promise<string> {
  let hint = usual === undefined ? '' : ` [${usual}]`;
  while (true) {
    const text = (await ask(`${question}${hint}: `)) || (usual ?? '');
    const expected = text === '' ? 'an answer' : await check?.(text);
    if (expected === undefined) return text;
    hint = ` (expected ${expected})`;
  }
}

function refuseMissing(options: AnswerOptions): void {
  const faults: Fault[] = questions
    .filter(({ option, isOptional }) => options[option] === undefined && !isOptional)
    .map(({ option, question }) => ({ where: `--${option}`, found: 'nothing', expected: question }));
  if (faults.length === 0) return;
  throw new OperatorError('NEW_CITY_INCOMPLETE', {
    exit: 'configuration',
    message: 'The new city cannot be described without more options, and there is no terminal to ask at.',
    faults,
    remedy: 'Add them to the command; npm run new-city -- --help shows all',
  });
}

export function expectLanguages(text: string): string | undefined {
  const given = text.split(',').map((language) => language.trim());
  const isFine = given.every((language) => (knownLanguages as readonly string[]).includes(language));
  return isFine && new Set(given).size === given.length ? undefined : knownLanguages.join(', or both with a comma: ');
}

export function expectZone(text: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: text });
    return undefined;
  } catch {
    return oneOf(text, Intl.supportedValuesOf('timeZone'), zoneWords);
  }
}

async function expectExport(text: string): Promise<string | undefined> {
  try {
    await findDelivery(text);
    return undefined;
  } catch (cause) {
    if (cause instanceof OperatorError) return cause.faults[0]?.expected;
    throw cause;
  }
}
