/** `npm run new-city -- DIR`: looks at a real export and writes the folder of a new city, for a person to correct. */

import path from 'node:path';
import { answerQuestions, askOnTerminal, expectLanguages, expectZone } from './new-city/answer-questions.ts';
import { makeCity } from './new-city/make-city.ts';
import { holidayLists } from './new-city/propose-holidays.ts';
import { refusePlace } from './new-city/refuse-place.ts';
import { runCommand } from './support/run-command.ts';
import type { CommandSpec } from './support/command-line.ts';

const command = {
  command: 'npm run new-city',
  summary: 'The folder of a new city, proposed from a real export. What the options leave out is asked on a terminal.',
  argument: { name: 'data', value: 'DIR', description: 'the data folder to make, outside the program’s own folder' },
  options: {
    name: { value: 'NAME', description: 'the name of the city' },
    'name-fr': { value: 'NAME', description: 'its name in French, where it differs' },
    languages: {
      value: 'LIST',
      description: 'en, fr, "en,fr" or "fr,en": the first is the default',
      check: expectLanguages,
    },
    zone: { value: 'ZONE', description: 'its time zone, such as America/Toronto', check: expectZone },
    holidays: { value: 'PROVINCE', description: 'whose public holidays to list, by its law', values: holidayLists },
    file: { value: 'PATH', description: 'an export of its requests: a file, a folder of them, or a pattern in quotes' },
    columns: {
      value: 'LIST',
      description: 'which column is which, where it is proposed wrong: "service=Call type; area="',
    },
    delimiter: { value: 'SIGN', description: 'what parts the columns', values: ['comma', 'semicolon', 'tab', 'bar'] },
    encoding: { value: 'NAME', description: 'of the text', values: ['utf-8', 'utf-16', 'windows-1252', 'latin-1'] },
    'date-format': { value: 'PATTERN', description: 'how times are written, such as "%d/%m/%Y %H:%M"' },
  },
} as const satisfies CommandSpec;

const delimiters = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

process.exitCode = await runCommand(
  command,
  process.argv.slice(2),
  async (values) => {
    refusePlace(values.data);
    const terminal = askOnTerminal();
    try {
      const answers = await answerQuestions(values, terminal?.ask);
      await makeCity({
        data: path.resolve(values.data),
        answers,
        columns: values.columns ?? '',
        declared: {
          encoding: values.encoding as 'utf-8' | undefined,
          delimiter: delimiters[values.delimiter as keyof typeof delimiters],
          dateFormat: values['date-format'],
        },
        now: new Date(),
        ask: terminal?.ask,
        print: (line) => void process.stdout.write(`${line}\n`),
      });
    } finally {
      terminal?.close();
    }
  },
  () => 'This command publishes nothing, and nothing was written.',
);
