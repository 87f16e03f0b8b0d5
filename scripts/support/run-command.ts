/** Runs a command from its command line to its exit code, and prints its error for the person who reads the mail. */

import { parseCommandLine, type CommandSpec, type CommandValues } from './command-line.ts';
import { describeError, exitCodes, OperatorError } from './operator-error.ts';

/** A failure as it may be told outside: no place, no cell, no trace. */
export interface CommandFailure {
  readonly code: string;
  readonly exitCode: number;
  readonly message: string;
  readonly publicNow: string;
}

/** What a command prints, given so that a test can look at it, and what it does once all is said. */
export interface CommandEffects<Values> {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Not called where the command line was at fault, or asked for help. */
  readonly ended: (values: Values, failure: CommandFailure | undefined) => Promise<void>;
}

const processEffects: CommandEffects<unknown> = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  ended: async () => {},
};

/**
 * Gives the exit code, for `process.exitCode`. `publicNow` says what the public sees when the command has failed; it
 * gets the options, or undefined where they were the fault.
 */
export async function runCommand<const Spec extends CommandSpec>(
  spec: Spec,
  args: readonly string[],
  run: (values: CommandValues<Spec>) => Promise<void>,
  publicNow: (values: CommandValues<Spec> | undefined) => string,
  effects: Partial<CommandEffects<CommandValues<Spec>>> = {},
): Promise<number> {
  const { print, printError, ended } = { ...processEffects, ...effects };
  let values: CommandValues<Spec> | undefined;
  let failure: CommandFailure | undefined;
  try {
    const line = parseCommandLine(spec, args);
    if (line.kind === 'help') {
      print(line.text);
      return 0;
    }
    values = line.values;
    await run(values);
  } catch (error) {
    const errors = operatorErrors(error);
    failure = failureOf(errors[0] ?? error, publicNow(values));
    printError(withDataFolder(describeFailures(errors, error, failure), spec, values));
  }
  if (values !== undefined) await ended(values, failure);
  return failure?.exitCode ?? 0;
}

function failureOf(error: unknown, publicNow: string): CommandFailure {
  if (error instanceof OperatorError) {
    const { code, exitCode, message } = error;
    return { code, exitCode, message, publicNow: error.publicNow ?? publicNow };
  }
  return { code: 'BUG', exitCode: exitCodes.bug, message: 'Plainview stopped where it should not have.', publicNow };
}

function describeFailures(
  errors: readonly OperatorError[],
  error: unknown,
  { code, message, publicNow }: CommandFailure,
): string {
  if (errors.length > 0) return errors.map((one) => describeError(one, publicNow)).join('\n\n');
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${code}  ${message}\n  public   ${publicNow}\n\n${detail}`;
}

/** One, or several that were found at once (an AggregateError), of which the first says whose turn it is; else none. */
function operatorErrors(error: unknown): OperatorError[] {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  const known = errors.filter((one) => one instanceof OperatorError);
  return known.length === errors.length ? known : [];
}

/** A command to paste must work on the folder at hand: `--data` is repeated where it was given. */
function withDataFolder(
  text: string,
  spec: CommandSpec,
  values: Readonly<Record<string, unknown>> | undefined,
): string {
  const data = values?.data;
  if (typeof data !== 'string' || !spec.options.data || data === spec.options.data.default) return text;
  return text.replace(/^( {2}do .*)$/gm, (line) =>
    line.replaceAll(
      /npm (run (?:nightly|live|verify|rollback|upload|check-config)|start)( --(?= ))?(?! --data)/g,
      `npm $1 -- --data ${data}`,
    ),
  );
}
