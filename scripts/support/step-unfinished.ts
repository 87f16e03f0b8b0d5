/** The refusal to go on from a step that did not end well, or whose work is gone. */

import { OperatorError } from './operator-error.ts';

/** `where` is what the step leaves when it is whole. */
export function stepUnfinished(step: string, where: string): OperatorError {
  return new OperatorError('STEP_UNFINISHED', {
    exit: 'configuration',
    message: `There is nothing to go on from: the step “${step}” has not been finished.`,
    faults: [{ where, found: 'nothing whole', expected: `what “${step}” leaves` }],
    remedy: 'npm run nightly -- --from stage',
  });
}
