/** Options that npm kept to itself, since no `--` stood before them: the command would work on another folder than meant. */

import type { CommandSpec } from './command-line.ts';
import { OperatorError } from './operator-error.ts';

/** npm hands on what it keeps as `npm_config_…`. Throws COMMAND_LINE_INVALID with the command as it was meant. */
export function refuseKeptByNpm(
  spec: CommandSpec,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const kept = Object.entries(spec.options).flatMap(([name, option]) => {
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`];
    return value === undefined || value === '' ? [] : [{ name, value, placeholder: option.value }];
  });
  if (kept.length === 0) return;
  const [argument, words] = spec.argument ? [args.slice(0, 1), args.slice(1)] : [[], args];
  const options = kept.map(({ name, value, placeholder }) => {
    if (placeholder === undefined) return `--${name}`;
    // Of `--data DIR` npm makes a switch and a word; of several it is unknown which word is whose.
    const word = kept.length === 1 ? words[0] : undefined;
    return `--${name} ${quoted(value === 'true' ? (word ?? placeholder) : value)}`;
  });
  throw new OperatorError('COMMAND_LINE_INVALID', {
    exit: 'configuration',
    message: `npm keeps the options of a command to itself unless -- stands before them.`,
    faults: kept.map(({ name }) => ({
      where: `--${name}`,
      found: 'no -- before it',
      expected: '-- before all options',
    })),
    remedy: [spec.command, '--', ...argument, ...options].join(' '),
  });
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
