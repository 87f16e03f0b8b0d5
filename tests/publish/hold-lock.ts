/** A process of its own that takes the lock of the folder it is given, says so, and holds it until it is killed. */

import { acquireLock } from '../../scripts/support/night-lock.ts';
import { OperatorError } from '../../scripts/support/operator-error.ts';

const folder = process.argv[2] ?? '';
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  try {
    await acquireLock(folder, { note: () => {} });
    process.stdout.write('won\n');
  } catch (error) {
    process.stdout.write(error instanceof OperatorError ? `${error.code} ${error.message}\n` : `${String(error)}\n`);
  }
});
