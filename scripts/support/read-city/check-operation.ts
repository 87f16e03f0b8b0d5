/** Checks that what `publish` and `alerts` take from the environment is set. */

import { hookVariables } from '../../../src/contract/operation.ts';
import { unsetVariables, type Environment } from '../fill-variables.ts';
import type { Fault } from '../operator-error.ts';
import { isRecord } from './schema-keys.ts';

export function operationFaults(file: string, raw: Record<string, unknown>, environment: Environment): Fault[] {
  const publish = isRecord(raw['publish']) ? raw['publish'] : {};
  const alerts = isRecord(raw['alerts']) ? raw['alerts'] : {};
  const words = Array.isArray(publish['command']) ? publish['command'] : [];
  const own = Object.fromEntries(hookVariables.map((name) => [name, name]));
  return [
    ...words.flatMap((word, index) =>
      unsetFaults(`${file}, publish.command[${index}]`, word, { ...environment, ...own }),
    ),
    ...Object.entries(alerts).flatMap(([name, address]) =>
      unsetFaults(`${file}, alerts.${name}`, address, environment),
    ),
  ];
}

function unsetFaults(where: string, text: unknown, environment: Environment): Fault[] {
  const unset = typeof text === 'string' ? unsetVariables(text, environment) : [];
  return unset.map((name) => ({ where, found: `$${name}, which is not set`, expected: 'a value in the environment' }));
}
