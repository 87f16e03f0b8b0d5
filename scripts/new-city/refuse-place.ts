/** Where a new city may not be written: inside the program, or over one that is there. */

import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../support/operator-error.ts';

const clone = realpathSync(path.resolve(import.meta.dirname, '..', '..'));

/** Throws CITY_FOLDER_IN_CLONE, CITY_FOLDER_EXISTS or CITY_FOLDER_LOCKED: before anything is asked. */
export function refusePlace(data: string): void {
  const wanted = resolveLinks(path.resolve(data));
  if (wanted === clone || wanted.startsWith(clone + path.sep)) throw insideClone(wanted);
  const city = path.join(wanted, 'city');
  if (existsSync(city)) throw alreadyThere(city);
  if (existsSync(path.join(wanted, 'city.json'))) throw alreadyThere(wanted);
  const nearest = nearestFolder(wanted);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw locked(wanted, nearest, cause);
  }
}

/** The part of the path that is there. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
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

function locked(wanted: string, nearest: string, cause: unknown): OperatorError {
  return new OperatorError('CITY_FOLDER_LOCKED', {
    exit: 'machine',
    message: 'The folder of the new city cannot be made.',
    faults: [{ where: nearest, found: 'no right to write there', expected: 'a folder of yours' }],
    remedy: `Name a folder of yours, such as ~/plainview; or: sudo install -d -o "$USER" ${wanted}`,
    cause,
  });
}
