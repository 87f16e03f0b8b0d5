/** Errors for the person who reads the cron mail at seven: a permanent code, and what to do. */

/** 0 published · 1 a bug of ours · then: whose turn it is. */
export const exitCodes = { bug: 1, configuration: 2, source: 3, check: 4, machine: 5 } as const;
export type ExitReason = Exclude<keyof typeof exitCodes, 'bug'>;

export interface Fault {
  /** URL, or file and line, and the key or row. */
  readonly where: string;
  readonly found?: string;
  readonly expected?: string;
}

export interface OperatorErrorOptions {
  readonly exit: ExitReason;
  /** What happened, in a sentence. */
  readonly message: string;
  /** Each place; all of them at once. */
  readonly faults: readonly Fault[];
  /** A command to paste, or the step to take. */
  readonly remedy: string;
  /** What the public sees, where that is not what the command says of itself. */
  readonly publicNow?: string;
  readonly cause?: unknown;
}

/** Never carries a secret or a resident's data: `found` holds configuration, counts and column names only. */
export class OperatorError extends Error {
  readonly code: string;
  readonly exitCode: number;
  readonly faults: readonly Fault[];
  readonly remedy: string;
  readonly publicNow: string | undefined;

  constructor(code: string, { exit, message, faults, remedy, publicNow, cause }: OperatorErrorOptions) {
    super(message, { cause });
    this.name = 'OperatorError';
    this.code = code;
    this.exitCode = exitCodes[exit];
    this.faults = faults;
    this.remedy = remedy;
    this.publicNow = publicNow;
  }

  /** The same, where another command is answered in another way. */
  withRemedy(remedy: string): OperatorError {
    return Object.create(this, { remedy: { value: remedy } }) as OperatorError;
  }
}

/** The error as printed; `publicNow` says what the public sees. */
export function describeError(error: OperatorError, publicNow: string): string {
  const line = (label: string, text: string) => `  ${label.padEnd(8)} ${text}`;
  return [
    `${error.code}  ${error.message}`,
    ...error.faults.flatMap((fault, at) => {
      const where = line('where', fault.where);
      // A hundred blanks in one column are a hundred places, and one thing to say.
      if (isSaidAfter(fault, error.faults[at + 1])) return [where];
      return [
        where,
        ...(fault.found === undefined ? [] : [line('found', fault.found)]),
        ...(fault.expected === undefined ? [] : [line('expected', fault.expected)]),
      ];
    }),
    line('public', publicNow),
    line('do', error.remedy),
  ].join('\n');
}

function isSaidAfter(fault: Fault, next: Fault | undefined): boolean {
  return next !== undefined && next.found === fault.found && next.expected === fault.expected;
}
