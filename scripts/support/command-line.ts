/** The command line of every command: its options, its `--help`, and its faults all at once. */

import { parseArgs } from 'node:util';
import { refuseKeptByNpm } from './kept-by-npm.ts';
import { nearestName } from './nearest-name.ts';
import { OperatorError, type Fault } from './operator-error.ts';

export interface OptionSpec {
  /** What stands for the value in the help, such as `DIR`; absent for an option that takes none. */
  readonly value?: string;
  readonly description: string;
  readonly default?: string;
  /** The only values there are. */
  readonly values?: readonly string[];
  /** What was expected instead, for a value that will not do; undefined for one that will. */
  readonly check?: (text: string) => string | undefined;
}

export interface CommandSpec {
  /** As typed: `npm run nightly`. */
  readonly command: string;
  readonly summary: string;
  /** The one word without an option before it, where the command needs one: it is the value `name`. */
  readonly argument?: { readonly name: string; readonly value: string; readonly description: string };
  readonly options: Readonly<Record<string, OptionSpec>>;
}

/** Options with a value are its text, or their default, or undefined; those without are true or absent. */
export type CommandValues<Spec extends CommandSpec> = {
  readonly [Name in keyof Spec['options']]: Spec['options'][Name] extends { readonly value: string }
    ? Spec['options'][Name] extends { readonly default: string }
      ? string
      : string | undefined
    : true | undefined;
} & (Spec extends { readonly argument: { readonly name: infer Name extends string } }
  ? { readonly [Key in Name]: string }
  : unknown);

export type CommandLine<Spec extends CommandSpec> =
  { readonly kind: 'help'; readonly text: string } | { readonly kind: 'run'; readonly values: CommandValues<Spec> };

/** Throws `COMMAND_LINE_INVALID` (exit 2) with every fault. */
export function parseCommandLine<const Spec extends CommandSpec>(
  spec: Spec,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): CommandLine<Spec> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(spec.options).map(([name, option]) => [name, { type: option.value ? 'string' : 'boolean' }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help', text: describeCommand(spec) };
  refuseKeptByNpm(spec, args, environment);

  const faults: Fault[] = [];
  const values: Record<string, string | true | undefined> = {};
  for (const [name, option] of Object.entries(spec.options)) values[name] = option.default;
  let isAfterUnknown = false;
  for (const token of tokens) {
    // What follows an unknown option is its value more likely than a fault of its own.
    const isValueOfUnknown = isAfterUnknown && token.kind === 'positional';
    isAfterUnknown = false;
    if (token.kind === 'option-terminator' || isValueOfUnknown) continue;
    if (token.kind === 'positional') {
      if (spec.argument && values[spec.argument.name] === undefined) values[spec.argument.name] = token.value;
      else faults.push({ where: token.value, found: 'a word without an option before it', expected: 'an option' });
      continue;
    }
    const option = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
    isAfterUnknown = option === undefined;
    const fault = option ? findFault(token, option) : unknownOption(token.rawName, spec);
    if (fault) faults.push(fault);
    else values[token.name] = token.value ?? true;
  }
  if (spec.argument && values[spec.argument.name] === undefined) {
    faults.push({ where: spec.command, found: `no ${spec.argument.value}`, expected: spec.argument.description });
  }
  if (faults.length > 0) {
    throw new OperatorError('COMMAND_LINE_INVALID', {
      exit: 'configuration',
      message: `${spec.command} was not understood.`,
      faults,
      remedy: `See: ${withDashes(spec.command)} --help`,
    });
  }
  return { kind: 'run', values: values as CommandValues<Spec> };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function findFault({ rawName, value, inlineValue }: OptionToken, option: OptionSpec): Fault | undefined {
  if (option.value === undefined) {
    return value === undefined ? undefined : { where: rawName, found: value, expected: 'no value' };
  }
  if (value === undefined || value === '' || (inlineValue !== true && value.startsWith('--'))) {
    return { where: rawName, found: 'no value', expected: option.value };
  }
  if (option.values && !option.values.includes(value)) {
    const nearest = nearestName(value, option.values);
    const hint = nearest === undefined ? '' : ` (nearest: ${nearest})`;
    return { where: rawName, found: value, expected: `one of ${option.values.join(', ')}${hint}` };
  }
  const expected = option.check?.(value);
  return expected === undefined ? undefined : { where: rawName, found: value, expected };
}

function unknownOption(rawName: string, spec: CommandSpec): Fault {
  const known = [...Object.keys(spec.options), 'help'];
  const nearest = nearestName(rawName.replace(/^-+/, ''), known);
  return {
    where: rawName,
    found: 'no such option',
    expected: nearest === undefined ? known.map((name) => `--${name}`).join(', ') : `--${nearest}`,
  };
}

function describeCommand(spec: CommandSpec): string {
  const rows = [...Object.entries(spec.options), ['help', { description: 'this text' }] as [string, OptionSpec]].map(
    ([name, option]) => {
      const usage = `--${name}${option.value === undefined ? '' : ` ${option.value}`}`;
      const choices = option.values ? `: ${option.values.join(', ')}` : '';
      const fallback = option.default === undefined ? '' : ` (default: ${option.default})`;
      return `  ${usage.padEnd(18)} ${option.description}${choices}${fallback}`;
    },
  );
  const { argument } = spec;
  const usage = [withDashes(spec.command), ...(argument ? [argument.value] : []), '[options]'].join(' ');
  const first = argument ? [`  ${argument.value.padEnd(18)} ${argument.description}`] : [];
  return [spec.summary, '', `  ${usage}`, '', ...first, ...rows].join('\n');
}

/** npm keeps every option before `--` to itself. */
function withDashes(command: string): string {
  return command.startsWith('npm ') ? `${command} --` : command;
}
