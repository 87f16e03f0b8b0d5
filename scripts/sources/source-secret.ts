/** The secrets of a source: from the environment, or from a file that it names; never from the city folder. */

import { readFileSync } from 'node:fs';
import { OperatorError } from '../support/operator-error.ts';
import type { Environment } from '../support/read-city/resolve-source-folder.ts';

/** Of `$NAME`: the content of the file that NAME_FILE names, or NAME itself. Throws SOURCE_SECRET_MISSING. */
export function sourceSecret(source: string, reference: string, environment: Environment): string {
  const name = reference.slice(1);
  const file = environment[`${name}_FILE`];
  const secret = (file === undefined ? environment[name] : readIfThere(file))?.trim();
  if (secret) return secret;
  const found = file === undefined ? `no ${name}` : `nothing that can be read at ${file}, which ${name}_FILE names`;
  throw missing(source, name, found, `${name}, or ${name}_FILE naming a file`);
}

/** There is a secret, but it is not what is asked for. */
export function secretUnreadable(source: string, reference: string, expected: string): OperatorError {
  const name = reference.slice(1);
  return missing(source, name, `something else in ${name}`, expected);
}

function missing(source: string, name: string, found: string, expected: string): OperatorError {
  return new OperatorError('SOURCE_SECRET_MISSING', {
    exit: 'configuration',
    message: 'A secret that the CRM asks for is not set.',
    faults: [{ where: `the environment, for source ${source}`, found, expected }],
    remedy: `Put it into a file for the owner alone (chmod 600), then: ${name}_FILE=/path/to/the/file npm run nightly`,
  });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
