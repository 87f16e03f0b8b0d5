/** Reads `publish` and `alerts` from a city folder that may be at fault elsewhere: a way back must work all the same. */

import { join } from 'node:path';
import { z } from 'zod';
import { alertSettings, publishSettings } from '../../../src/contract/operation.ts';
import type { Environment } from '../fill-variables.ts';
import { OperatorError } from '../operator-error.ts';
import { operationFaults } from './check-operation.ts';
import { readJson } from './read-json.ts';
import { pathText, schemaFaults } from './schema-faults.ts';
import { isRecord } from './schema-keys.ts';

const operation = z.object({ publish: publishSettings.optional(), alerts: alertSettings.optional() });
export type Operation = z.infer<typeof operation>;

/** Throws CITY_FOLDER_INVALID with the faults of these two parts, or those of a file that cannot be read. */
export async function readOperation(folder: string, environment: Environment = process.env): Promise<Operation> {
  const file = join(folder, 'city.json');
  const { value, faults } = await readJson(file);
  const all = [
    ...faults,
    ...(faults.length > 0 ? [] : schemaFaults(operation, value, (path) => `${file}, ${pathText(path)}`)),
    ...(isRecord(value) ? operationFaults(file, value, environment) : []),
  ];
  if (all.length === 0) return operation.parse(value);
  throw new OperatorError('CITY_FOLDER_INVALID', {
    exit: 'configuration',
    message: `${file} does not say how to publish.`,
    faults: all,
    remedy: 'Correct each of the places above, then: npm run upload',
  });
}
