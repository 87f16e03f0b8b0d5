/** What a night says: one line a step in a cron mail, one rewritten line on a terminal. */

import { expect, test } from 'vitest';
import { createLog } from '../../scripts/support/log.ts';

function listen(isTerminal: boolean, columns = 60) {
  let written = '';
  let milliseconds = 0;
  const stream = { write: (text: string) => (written += text), columns };
  return { log: createLog({ stream, isTerminal }, () => (milliseconds += 3210)), read: () => written };
}

/** What stays on the screen: of each line what was written after it was last cleared. */
const onScreen = (written: string) => written.split('\n').map((line) => line.split('\u001b[2K').at(-1));

test('a cron mail has one plain line for each step, however much it told of its progress', () => {
  const { log, read } = listen(false);
  const pull = log.step('pull', 'requests');
  for (let done = 0; done < 1000; done++) pull.progress(done, 1000);
  pull.done('250,123 records from 1 source');
  log.line('2 unmapped services');
  log.step('publish', 'the release').failed();
  expect(read()).toBe(
    [
      'pull      250,123 records from 1 source  3.2 s\n',
      '2 unmapped services\n',
      'publish   failed: the release  3.2 s\n',
    ].join(''),
  );
});

test('a terminal shows the progress in one line, which the summary replaces', () => {
  const { log, read } = listen(true);
  const pull = log.step('pull', 'requests');
  pull.progress(1500, 250_000);
  expect(onScreen(read())).toEqual(['pull      requests  1,500 of 250,000']);
  pull.progress('page 7');
  expect(onScreen(read())).toEqual(['pull      requests  page 7']);
  pull.done('done');
  expect(onScreen(read())).toEqual(['pull      done  3.2 s', '']);
});

test('a line said during a step stands above it, and the step goes on below', () => {
  const { log, read } = listen(true);
  log.step('build', 'the site');
  log.line('a warning');
  expect(onScreen(read())).toEqual(['a warning', 'build     the site']);
});

test('a line longer than the terminal is cut, for one that wraps could not be rewritten', () => {
  const { log, read } = listen(true, 30);
  log.step('pull', 'x'.repeat(200));
  expect(onScreen(read())[0]).toHaveLength(29);
});
