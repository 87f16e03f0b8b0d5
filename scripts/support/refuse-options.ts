/** What the options of a night may not ask for together, or of the clock. */

import { OperatorError } from './operator-error.ts';

export function refuseOrder(steps: readonly string[], from: string, until: string): void {
  if (steps.indexOf(from) <= steps.indexOf(until)) return;
  throw new OperatorError('COMMAND_LINE_INVALID', {
    exit: 'configuration',
    message: 'The night would end before it begins.',
    faults: [{ where: `--from ${from} --until ${until}`, expected: steps.join(' → ') }],
    remedy: `npm run nightly -- --from ${until} --until ${from}`,
  });
}

export function refuseFuture(asOf: Date | undefined, now: Date): void {
  if (asOf === undefined || asOf <= now) return;
  throw new OperatorError('AS_OF_IN_FUTURE', {
    exit: 'configuration',
    message: 'The moment asked for has not come yet.',
    faults: [{ where: '--as-of', found: asOf.toISOString(), expected: `at most ${now.toISOString()}` }],
    remedy: 'Leave --as-of out for the newest figures: npm run nightly',
  });
}

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
