/** Runs a command from its command line to its exit code, and prints its error for the person who reads the mail. */

import { parseCommandLine, type CommandSpec, type CommandValues } from './command-line.ts';
import { describeError, exitCodes, OperatorError } from './operator-error.ts';

/** What a command prints; given, so that a test can look at it. */
export interface CommandEffects {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
}

const processEffects: CommandEffects = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
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
  { print, printError }: CommandEffects = processEffects,
): Promise<number> {
  let values: CommandValues<Spec> | undefined;
  try {
    const line = parseCommandLine(spec, args);
    if (line.kind === 'help') {
      print(line.text);
      return 0;
    }
    values = line.values;
    await run(values);
    return 0;
  } catch (error) {
    const errors = operatorErrors(error);
    if (errors[0]) {
      const texts = errors.map((one) => describeError(one, publicNow(values)));
      printError(withDataFolder(texts.join('\n\n'), spec, values));
      return errors[0].exitCode;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    printError(`BUG  Plainview stopped where it should not have.\n  public   ${publicNow(values)}\n\n${detail}`);
    return exitCodes.bug;
  }
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
      /npm (run (?:nightly|verify|check-config)|start)( --(?= ))?(?! --data)/g,
      `npm $1 -- --data ${data}`,
    ),
  );
}
