/** Where a new city may not be written: inside the program, or over one that is there. */

import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../support/operator-error.ts';

const clone = realpathSync(path.resolve(import.meta.dirname, '..', '..'));

/** Throws CITY_FOLDER_IN_CLONE or CITY_FOLDER_EXISTS. */
export function refusePlace(data: string): void {
  const wanted = resolveLinks(path.resolve(data));
  if (wanted === clone || wanted.startsWith(clone + path.sep)) throw insideClone(wanted);
  const city = path.join(wanted, 'city');
  if (existsSync(city)) throw alreadyThere(city);
}

/** Of a folder that is not there yet, the part that is. */
function resolveLinks(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  const parent = path.dirname(folder);
  return parent === folder ? folder : path.join(resolveLinks(parent), path.basename(folder));
}

function insideClone(found: string): OperatorError {
  return new OperatorError('CITY_FOLDER_IN_CLONE', {
    exit: 'configuration',
    message: 'A city lives outside the program’s own folder, which is replaced by the next version of it.',
    faults: [{ where: found, expected: `a folder outside ${clone}` }],
    remedy: 'Name another folder: npm run new-city -- /srv/plainview',
  });
}

function alreadyThere(city: string): OperatorError {
  return new OperatorError('CITY_FOLDER_EXISTS', {
    exit: 'configuration',
    message: 'There is a city already, and nothing is written over it.',
    faults: [{ where: city, found: 'a folder city', expected: 'none' }],
    remedy: `Look at it: npm run check-config -- --data ${path.dirname(city)}; or name another folder`,
  });
}
