/** Runs the city's publish hook again, for a release that is published here and did not reach the public. */

import { uploadPublished } from './publish/upload-published.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { dataFolders, dataOption } from './support/data-folders.ts';
import { createLog } from './support/log.ts';
import { acquireLock } from './support/night-lock.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run upload',
  summary: 'Runs the command that city.json names at publish.command, on the release that is published here.',
  options: { data: dataOption('the folder that holds city/, releases/, site …') },
} as const satisfies CommandSpec;

async function upload({ data }: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(data);
  const log = createLog();
  const lock = await acquireLock(folders.data, { note: log.line });
  try {
    const uploaded = await uploadPublished(folders, log);
    if (!uploaded) log.line('upload    city.json names no publish.command: the site is read from this machine');
  } finally {
    await lock.release();
  }
}

process.exitCode = await runCommand(command, process.argv.slice(2), upload, () => 'The site is as it was.');
