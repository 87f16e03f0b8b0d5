/** A full disk, told as such wherever files are written. */

import { OperatorError } from './operator-error.ts';

const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

/** Runs what writes into `folder`; a full disk or quota becomes `DISK_FULL` (exit 5), any other error stays itself. */
export async function namingFullDisk<Result>(folder: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    throw new OperatorError('DISK_FULL', {
      exit: 'machine',
      message: 'The disk is full.',
      faults: [{ where: folder, found: 'no space left', expected: 'room for one more release and the warehouse' }],
      remedy: `Free some space (df -h ${folder}), then: npm run nightly`,
      cause: error,
    });
  }
}

/** DuckDB and the build's thread pass on only the words of the system's error. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && fullCodes.has(String(error.code))) return true;
  return /no space left on device|disk quota exceeded/i.test(error.message) || isDiskFull(error.cause);
}
