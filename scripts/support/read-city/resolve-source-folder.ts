/** Where the files of a source lie: relative to the city folder, or under a folder that the environment names. */

import { resolve } from 'node:path';
import { OperatorError } from '../operator-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const variableAtStart = /^\$([A-Za-z_][A-Za-z0-9_]*)(?=\/|$)/;

/** An absolute path. Throws SOURCE_FOLDER_UNSET where `$NAME` stands at the start and the environment has no NAME. */
export function resolveSourceFolder(
  folder: string,
  cityFolder: string,
  environment: Environment = process.env,
): string {
  const unset = unsetVariable(folder, environment);
  if (unset !== undefined) {
    throw new OperatorError('SOURCE_FOLDER_UNSET', {
      exit: 'configuration',
      message: `The folder of a file source is named by the environment variable ${unset}, which is not set.`,
      faults: [{ where: `${cityFolder}/city.json, folder "${folder}"`, found: `no ${unset}`, expected: 'a folder' }],
      remedy: `Set it, then run the night again: export ${unset}=/path/to/the/files`,
    });
  }
  return resolve(
    cityFolder,
    folder.replace(variableAtStart, (_, name: string) => environment[name] ?? ''),
  );
}

/** The variable at the folder's start that the environment lacks. */
export function unsetVariable(folder: string, environment: Environment): string | undefined {
  const name = variableAtStart.exec(folder)?.[1];
  return name !== undefined && !environment[name] ? name : undefined;
}
