/** `npm run check-config`: the city folder, its sources and what they would publish, without writing anything there. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkConfig } from './check-config/check-config.ts';
import { dataFolders, dataOption } from './support/data-folders.ts';
import type { CommandSpec } from './support/command-line.ts';
import type { OperatorError } from './support/operator-error.ts';
import { runCommand } from './support/run-command.ts';

const command = {
  command: 'npm run check-config',
  summary:
    'All that is wrong with a city folder and its sources, at once, and what a night would publish. Writes nothing.',
  options: { data: dataOption('the folder that holds city/') },
} as const satisfies CommandSpec;

process.exitCode = await runCommand(
  command,
  process.argv.slice(2),
  async ({ data }) => {
    // The records land as in a night, for the owner alone, and are gone with the command.
    const temporary = await mkdtemp(path.join(tmpdir(), 'plainview-check-'));
    try {
      const { lines, errors } = await checkConfig(dataFolders(data), dataFolders(temporary), new Date());
      process.stdout.write(`${lines.join('\n')}\n`);
      if (errors.length > 0) throw new AggregateError(errors.map(toThisCommand));
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  },
  () => 'Nothing was changed; what was published before stands.',
);

/** What mends a night is tried here again first. */
function toThisCommand(error: OperatorError): OperatorError {
  return error.withRemedy(error.remedy.replace('npm run nightly', command.command));
}
