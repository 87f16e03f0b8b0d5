/** Shows the public an older release again, here and where the city publishes it. */

import { switchBack } from './publish/switch-back.ts';
import { uploadPublished } from './publish/upload-published.ts';
import type { CommandSpec, CommandValues } from './support/command-line.ts';
import { dataFolders, dataOption } from './support/data-folders.ts';
import { createLog } from './support/log.ts';
import { acquireLock } from './support/night-lock.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run rollback',
  summary: 'Publishes the release before the present one again. The next night publishes a new one.',
  options: {
    data: dataOption('the folder that holds city/, releases/, site …'),
    to: { value: 'RELEASE', description: 'the name of a folder in releases/; without it, the one before' },
  },
} as const satisfies CommandSpec;

async function rollback({ data, to }: CommandValues<typeof command>): Promise<void> {
  const folders = dataFolders(data);
  const log = createLog();
  const lock = await acquireLock(folders.data, { note: log.line });
  try {
    const switched = await switchBack(folders.data, to);
    log.line(`rollback  ${switched.to} is published, in place of ${switched.from ?? 'nothing'}`);
    await uploadPublished(folders, log);
  } finally {
    await lock.release();
  }
}

process.exitCode = await runCommand(command, process.argv.slice(2), rollback, () => 'The site is as it was.');
