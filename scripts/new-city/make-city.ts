/** From an export to the folder of a new city: look, propose, let a person correct, write, say what comes next. */

import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { OperatorError } from '../support/operator-error.ts';
import { openWarehouse } from '../warehouse/open-warehouse.ts';
import type { Answers, Ask } from './answer-questions.ts';
import { chooseColumns } from './choose-columns.ts';
import * as describe from './describe-proposal.ts';
import { explainFolder } from './explain-folder.ts';
import { findDelivery, type Delivery } from './find-delivery.ts';
import { type Proposal, type ProposedField, proposeFields } from './propose-fields.ts';
import { describeHolidays, proposeHolidays } from './propose-holidays.ts';
import { proposeLists } from './propose-lists.ts';
import { closedMeansDone, type ProposedStatus, proposeStatuses } from './propose-outcomes.ts';
import {
  type Declared,
  type ExportColumns,
  type ExportValues,
  readColumns,
  readDateFormats,
  readValues,
} from './read-export.ts';
import { proposeSettings, type SourceFacts, writeFolder } from './write-folder.ts';

export interface MakeCityOptions {
  /** Absolute. */
  readonly data: string;
  readonly answers: Answers;
  /** Of `--columns`. */
  readonly columns: string;
  readonly declared: Declared;
  readonly now: Date;
  /** Undefined where nobody is at a terminal. */
  readonly ask: Ask | undefined;
  readonly print: (line: string) => void;
}

/** Throws what reading a delivered file throws, with the option of this command that answers it. */
export async function makeCity(options: MakeCityOptions): Promise<void> {
  const delivery = await findDelivery(options.answers.file);
  const warehouse = await openWarehouse({ file: ':memory:' });
  try {
    await proposeAndWrite(options, delivery, warehouse.connection);
  } catch (cause) {
    throw withOption(cause);
  } finally {
    warehouse.close();
  }
}

async function proposeAndWrite(options: MakeCityOptions, delivery: Delivery, connection: DuckDBConnection) {
  const { data, answers, declared, now, print } = options;
  print(`Looking at ${describe.plural(delivery.files.length, 'file')} of ${delivery.folder} …\n`);
  const columns = await readColumns(delivery, declared, connection);
  const proposal = proposeFields(columns.looks);
  const fields = await agreeOnColumns(options, proposal, columns);
  const dateFormats = await readDateFormats(delivery, declared, fields, connection);
  const values = await readValues(delivery, declared, fields, dateFormats.get('requested_at') ?? 'iso', connection);
  const source = { delivery, fields, dateFormats, ...formatOf(columns), months: values.months };
  const lists = proposeLists(values, answers, columnOf(fields, 'area'));
  const statuses = statusesOf(values, fields);
  const holidays = proposeHolidays(answers.holidays, [...values.months.values()].flat(), now);
  const settings = proposeSettings(answers, answers.zone, source);
  const unread = unreadOf(columns.header, fields);
  const { recordCount } = values;
  const readme = explainFolder({ settings, source, lists, statuses, holidays, recordCount, unread });
  await writeFolder(path.join(data, 'city'), { settings, lists, statuses, holidays: holidays.rows, readme });
  const parts = [
    [`${describe.plural(recordCount, 'record')} in ${describe.plural(delivery.files.length, 'file')}`],
    describe.describeColumns(fields, proposal, unread, values),
    describe.describeServices(lists.serviceTallies),
    describe.describeStatuses(statuses),
    describe.describeMonths(delivery, values.months),
    describeHolidays(holidays),
    [`Written: ${path.join(data, 'city')}; its README.md explains each file.`],
    describe.nextSteps({
      data,
      recordCount,
      services: lists.serviceTallies,
      unmapped: statuses.filter(({ outcome }) => outcome === 'unmapped').length,
      hasFrench: answers.languages.length > 1,
      sameNamed: lists.areas.filter(({ name_en, name_fr }) => name_en === name_fr).length,
    }),
  ];
  for (const part of parts.filter((lines) => lines.length > 0)) print(`${part.join('\n')}\n`);
}

/** On a terminal a person may correct the proposal as often as it takes; a blank answer takes it. */
async function agreeOnColumns(
  { columns, ask, print }: MakeCityOptions,
  proposal: Proposal,
  { looks, header }: ExportColumns,
): Promise<ProposedField[]> {
  const names = looks.map(({ column }) => column);
  if (!ask) return chooseColumns(proposal.fields, columns, names);
  let choices = columns;
  while (true) {
    try {
      const fields = chooseColumns(proposal.fields, choices, names);
      print(describe.describeColumns(fields, proposal, unreadOf(header, fields)).join('\n'));
      const answer = await ask('Enter to take these columns, or correct them, such as "service=Call type; area=": ');
      if (answer === '') return fields;
      choices = `${choices};${answer}`;
    } catch (cause) {
      if (!(cause instanceof OperatorError)) throw cause;
      for (const { where, found, expected } of cause.faults) print(`  ${where}: ${found}; expected ${expected}`);
      choices = await ask('Which column is which, such as "requested_at=Date opened; service=Type": ');
    }
  }
}

function statusesOf({ statuses }: ExportValues, fields: readonly ProposedField[]): ProposedStatus[] {
  if (columnOf(fields, 'status') !== '') return proposeStatuses(statuses, columnOf(fields, 'closure') !== '');
  return columnOf(fields, 'closed_at') === '' ? [] : [closedMeansDone];
}

function unreadOf(header: readonly string[], fields: readonly ProposedField[]): string[] {
  return header
    .filter((name) => !fields.some(({ column }) => column === name))
    .map((name) => (name.trim() === '' ? '(no name)' : name));
}

function columnOf(fields: readonly ProposedField[], name: ProposedField['field']): string {
  return fields.find(({ field }) => field === name)?.column ?? '';
}

function formatOf({ encoding, delimiter }: ExportColumns): Pick<SourceFacts, 'encoding' | 'delimiter'> {
  return { encoding, delimiter };
}

/** What `city.json` would answer in a night is answered here by an option. */
const optionFor: Readonly<Record<string, string>> = {
  SOURCE_ENCODING_WRONG: '--encoding windows-1252',
  SOURCE_NUL_BYTES: '--encoding utf-16',
  SOURCE_DELIMITER_WRONG: '--delimiter semicolon (or comma, tab, bar); the first line must be that of the column names',
  SOURCE_DATE_AMBIGUOUS: '--date-format "%d/%m/%Y" (or "%m/%d/%Y", with the time as it is written: "%d/%m/%Y %H:%M")',
  SOURCE_DATE_UNREADABLE:
    '--date-format "%Y-%b-%d %H:%M:%S", as the times are written; or leave the column out: --columns "due_at="',
};

function withOption(cause: unknown): unknown {
  if (!(cause instanceof OperatorError)) return cause;
  const option = optionFor[cause.code];
  if (option !== undefined) return cause.withRemedy(`Say so in the command: ${option}`);
  return cause.withRemedy(cause.remedy.replace('npm run nightly', 'the same command again'));
}
