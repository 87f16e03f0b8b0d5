/** What the options of a night may not ask for together. */

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
