/** An error as it is printed, for the person who reads the mail. */

import { expect, test } from 'vitest';
import { describeError, OperatorError } from '../../scripts/support/operator-error.ts';

const blank = { found: 'a blank', expected: 'a name' };
const error = new OperatorError('CITY_FOLDER_INVALID', {
  exit: 'configuration',
  message: 'Faults.',
  faults: [
    { where: 'line 1', ...blank },
    { where: 'line 2', ...blank },
    { where: 'line 3', expected: 'a code' },
  ],
  remedy: 'npm run nightly',
});

test('places of which the same is to be said are listed one under the other, and it is said once', () => {
  expect(describeError(error, 'Nothing.').split('\n')).toEqual([
    'CITY_FOLDER_INVALID  Faults.',
    '  where    line 1',
    '  where    line 2',
    '  found    a blank',
    '  expected a name',
    '  where    line 3',
    '  expected a code',
    '  public   Nothing.',
    '  do       npm run nightly',
  ]);
});

test('another command answers the same error in its own way', () => {
  const answered = error.withRemedy('npm run check-config');
  expect(answered).toBeInstanceOf(OperatorError);
  expect(describeError(answered, 'Nothing.')).toBe(
    describeError(error, 'Nothing.').replace('npm run nightly', 'npm run check-config'),
  );
});
