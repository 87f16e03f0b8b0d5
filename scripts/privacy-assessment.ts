/** Writes the privacy assessment of a city, in each of its languages, for the privacy officer to complete. */

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assessPrivacy } from './privacy/assess.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { dataFolders, dataOption } from './support/data-folders.ts';
import { readCity } from './support/read-city/read-city.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run privacy-assessment',
  summary: 'Writes the privacy assessment of a city into its data folder, with blanks for what only the officer knows.',
  options: { data: dataOption('the folder that holds city/') },
} as const satisfies CommandSpec;

async function writeAssessments({ data }: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(data);
  const city = await readCity(folders.city);
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  const date = new Date().toLocaleDateString('sv-SE', { timeZone: city.settings.time_zone });
  for (const language of city.settings.languages) {
    const text = await assessPrivacy(city, language, { version, date });
    const file = await writeNew(path.join(folders.data, `privacy-assessment-${date}.${language}`), text);
    process.stdout.write(`${file}\n`);
  }
}

/** One that an officer has filled in is never written over. */
async function writeNew(beginning: string, text: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const file = `${beginning}${copy === 1 ? '' : `-${copy}`}.md`;
    try {
      await writeFile(file, text, { flag: 'wx' });
      return file;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

process.exitCode = await runCommand(command, process.argv.slice(2), writeAssessments, () => 'The site is as it was.');
