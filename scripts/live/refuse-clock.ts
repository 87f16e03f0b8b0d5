/** A clock of the past must end in the past. */

import { OperatorError } from '../support/operator-error.ts';

/** A clock of the past that never ends would overtake the present, and go on. */
export function refuseClock(from: string | undefined, until: string | undefined): void {
  if (from === undefined || (until !== undefined && Date.parse(until) > Date.parse(from))) return;
  throw new OperatorError('COMMAND_LINE_INVALID', {
    exit: 'configuration',
    message: 'A clock of the past needs a later moment at which it ends.',
    faults: [{ where: '--until', found: until ?? 'nothing', expected: `an instant after ${from}` }],
    remedy: `npm run live -- --from ${from} --until ${new Date(Date.parse(from) + 43_200_000).toISOString()}`,
  });
}
