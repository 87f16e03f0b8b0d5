/** The key of the public ids: from the environment or a file named there, never from the city folder. */

import { readFileSync } from 'node:fs';
import type { City } from '../../src/contract/city.ts';
import { OperatorError } from './operator-error.ts';

/** In the open, so a demonstration needs no set-up; a real city is refused with it. */
const DEMO_SECRET = 'plainview-demonstration';
const MINIMUM_CHARACTERS = 32;

/** `PLAINVIEW_SECRET`, or the content of the file that `PLAINVIEW_SECRET_FILE` names. Throws SECRET_MISSING. */
export function readSecret(
  { settings, folder }: City,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (settings.demo) return DEMO_SECRET;
  const file = environment.PLAINVIEW_SECRET_FILE;
  const read = file === undefined ? '' : readSecretFile(file);
  const secret = (environment.PLAINVIEW_SECRET ?? read ?? '').trim();
  if (secret.length >= MINIMUM_CHARACTERS && secret !== DEMO_SECRET) return secret;
  throw new OperatorError('SECRET_MISSING', {
    exit: 'configuration',
    message: 'Records cannot be published without a secret: their public ids are made with it.',
    faults: [
      {
        where: `the environment, for ${folder}`,
        found:
          read === undefined
            ? `no file that can be read at ${file}, which PLAINVIEW_SECRET_FILE names`
            : secret === ''
              ? 'no secret'
              : `${secret.length} characters`,
        expected: `PLAINVIEW_SECRET, or PLAINVIEW_SECRET_FILE naming a file, of at least ${MINIMUM_CHARACTERS} characters`,
      },
    ],
    remedy:
      'Once: (umask 077; openssl rand -hex 32 > ~/plainview-secret); each night: PLAINVIEW_SECRET_FILE=~/plainview-secret npm run nightly',
  });
}

/** Undefined where there is none, or none that this user may read. */
function readSecretFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
