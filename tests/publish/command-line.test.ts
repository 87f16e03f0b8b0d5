/** The command line: every fault at once, each with what was meant. */

import { expect, test } from 'vitest';
import { parseCommandLine } from '../../scripts/support/command-line.ts';
import { OperatorError } from '../../scripts/support/operator-error.ts';
import { runCommand } from '../../scripts/support/run-command.ts';

const command = {
  command: 'npm run nightly',
  summary: 'A whole night.',
  options: {
    data: { value: 'DIR', description: 'the data folder', default: 'data' },
    from: { value: 'STEP', description: 'the first step', values: ['pull', 'stage', 'publish'] },
    port: {
      value: 'PORT',
      description: 'the port',
      check: (text: string) => (/^\d+$/.test(text) ? undefined : 'a number'),
    },
    quiet: { description: 'say less' },
  },
} as const;

function faultsOf(...args: string[]) {
  try {
    parseCommandLine(command, args);
  } catch (error) {
    if (error instanceof OperatorError) return { code: error.code, exit: error.exitCode, faults: error.faults };
    throw error;
  }
  return undefined;
}

test('values are read in both ways of writing them, and defaults stand in for the rest', () => {
  expect(parseCommandLine(command, ['--from', 'stage', '--port=80', '--quiet'])).toEqual({
    kind: 'run',
    values: { data: 'data', from: 'stage', port: '80', quiet: true },
  });
});

test('every fault is told at once, with the nearest name', () => {
  expect(faultsOf('--dta', 'x', '--from', 'stagee', '--port', 'http', '--quiet=yes', 'word')).toEqual({
    code: 'COMMAND_LINE_INVALID',
    exit: 2,
    faults: [
      { where: '--dta', found: 'no such option', expected: '--data' },
      { where: '--from', found: 'stagee', expected: 'one of pull, stage, publish (nearest: stage)' },
      { where: '--port', found: 'http', expected: 'a number' },
      { where: '--quiet', found: 'yes', expected: 'no value' },
      { where: 'word', found: 'a word without an option before it', expected: 'an option' },
    ],
  });
});

test.each([[['--data']], [['--data', '--quiet']], [['--data=']]])('%j lacks the value of its option', (args) => {
  expect(faultsOf(...args)?.faults).toContainEqual({ where: '--data', found: 'no value', expected: 'DIR' });
});

test('options before -- are npm’s, which is said with the command as it was meant', () => {
  const remedyOf = (npm: Record<string, string>, ...args: string[]) => {
    try {
      parseCommandLine(command, args, npm);
    } catch (error) {
      return error instanceof OperatorError ? `${error.code} ${error.remedy}` : error;
    }
    return undefined;
  };
  const meant = (options: string) => `COMMAND_LINE_INVALID npm run nightly -- ${options}`;
  expect(remedyOf({ npm_config_data: 'true' }, '/srv/a')).toBe(meant('--data /srv/a'));
  expect(remedyOf({ npm_config_data: '/srv/a b', npm_config_quiet: 'true' })).toBe(meant('--data "/srv/a b" --quiet'));
  expect(remedyOf({ npm_config_data: 'true', npm_config_from: 'true' }, '/srv/a', 'stage')).toBe(
    meant('--data DIR --from STEP'),
  );
  expect(remedyOf({ npm_config_cache: '/var/cache' }, '--data', '/srv/a')).toBeUndefined();
});

test.each(['--toString', '--constructor', '--__proto__', '-x'])('%s is no option', (option) => {
  expect(faultsOf(option)?.faults).toMatchObject([{ found: 'no such option' }]);
});

test('--help names every option, its default and its values', () => {
  const line = parseCommandLine(command, ['--nonsense', '--help']);
  expect(line.kind).toBe('help');
  const text = line.kind === 'help' ? line.text : '';
  for (const part of [
    'npm run nightly -- [options]',
    '--data DIR',
    '(default: data)',
    'pull, stage, publish',
    '--quiet',
    '--help',
  ]) {
    expect(text).toContain(part);
  }
});

async function endingOf(args: string[], run: () => Promise<void>) {
  const printed: string[] = [];
  const errors: string[] = [];
  const effects = { print: (text: string) => printed.push(text), printError: (text: string) => errors.push(text) };
  const publicNow = (values: { data: string } | undefined) => `The site of ${values?.data ?? 'nobody'} stands.`;
  const exitCode = await runCommand(command, args, run, publicNow, effects);
  return { exitCode, printed: printed.join('\n'), errors: errors.join('\n') };
}

test('a command that ends well exits 0 and prints nothing of its own', async () => {
  expect(await endingOf([], async () => {})).toEqual({ exitCode: 0, printed: '', errors: '' });
});

test('an operator’s error exits with its own code and says what the public sees', async () => {
  const fail = () =>
    Promise.reject(
      new OperatorError('PORT_IN_USE', { exit: 'machine', message: 'In use.', faults: [], remedy: 'npm start' }),
    );
  const { exitCode, errors } = await endingOf(['--data', 'town'], fail);
  expect(exitCode).toBe(5);
  expect(errors).toBe('PORT_IN_USE  In use.\n  public   The site of town stands.\n  do       npm start -- --data town');
});

test('a command that names a folder already is left as it is', async () => {
  const remedy = 'npm run nightly -- --data elsewhere, or npm run verify -- --help';
  const fail = () => Promise.reject(new OperatorError('X', { exit: 'machine', message: 'X.', faults: [], remedy }));
  const { errors } = await endingOf(['--data', 'town'], fail);
  expect(errors).toContain('do       npm run nightly -- --data elsewhere, or npm run verify -- --data town --help');
});

test('any other error is a bug: exit 1, with its trace', async () => {
  const { exitCode, errors } = await endingOf([], () => Promise.reject(new TypeError('x is not a function')));
  expect(exitCode).toBe(1);
  expect(errors).toMatch(/^BUG .*\n {2}public {3}The site of data stands\.\n\nTypeError: x is not a function\n {4}at /);
});

test('a fault in the command line itself exits 2 before anything ran', async () => {
  let hasRun = false;
  const ending = await endingOf(['--nonsense'], async () => {
    hasRun = true;
  });
  expect([ending.exitCode, hasRun]).toEqual([2, false]);
  expect(ending.errors).toContain('The site of nobody stands.');
});

test('a command may need one word, and no more', () => {
  const argument = { name: 'dir', value: 'DIR', description: 'the folder' } as const;
  const withWord = { ...command, argument };
  expect(parseCommandLine(withWord, ['there', '--quiet'])).toMatchObject({ values: { dir: 'there', quiet: true } });
  const faults = (...args: string[]) => {
    try {
      parseCommandLine(withWord, args);
    } catch (error) {
      return (error as OperatorError).faults;
    }
    return [];
  };
  expect(faults('--quiet')).toEqual([{ where: 'npm run nightly', found: 'no DIR', expected: 'the folder' }]);
  expect(faults('here', 'there')).toEqual([expect.objectContaining({ where: 'there' })]);
});
