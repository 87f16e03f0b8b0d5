/** What a night says while it runs: one rewritten line on a terminal, one plain line per step in a cron mail. */

export interface LogStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface LogOptions {
  readonly stream?: LogStream;
  /** Absent means what the stream says of itself. */
  readonly isTerminal?: boolean;
}

/** A step under way. Nothing of it but its last line reaches a cron mail. */
export interface LogStep {
  /** A count done of a total, or a short text. */
  progress(done: number | string, total?: number): void;
  /** The step's own line: name, summary, time taken. */
  done(summary: string): void;
  /** Instead of `done`, when the step threw: the error itself is printed by whoever catches it. */
  failed(): void;
}

export interface Log {
  step(name: string, what: string): LogStep;
  /** A line of its own, above the step under way. */
  line(text: string): void;
}

const NAME_WIDTH = 10;
const CLEAR_LINE = '\r\u001b[2K';

/** `now` is in milliseconds, from any origin. */
export function createLog(
  { stream = process.stdout, isTerminal = stream.isTTY === true }: LogOptions = {},
  now: () => number = () => performance.now(),
): Log {
  /** The rewritten line on screen, without its line feed; empty when there is none. */
  let pending = '';

  const rewrite = (text: string) => {
    if (!isTerminal) return;
    pending = text.slice(0, Math.max(20, (stream.columns ?? 80) - 1));
    stream.write(CLEAR_LINE + pending);
  };
  const line = (text: string) => {
    stream.write(pending === '' ? `${text}\n` : `${CLEAR_LINE}${text}\n${pending}`);
  };
  const finish = (text: string) => {
    const clear = pending === '' ? '' : CLEAR_LINE;
    pending = '';
    stream.write(`${clear}${text}\n`);
  };

  const step = (name: string, what: string): LogStep => {
    const startedAt = now();
    const label = name.padEnd(NAME_WIDTH);
    const seconds = () => `${((now() - startedAt) / 1000).toFixed(1)} s`;
    rewrite(`${label}${what}`);
    return {
      progress: (done, total) => rewrite(`${label}${what}  ${describeProgress(done, total)}`),
      done: (summary) => finish(`${label}${summary}  ${seconds()}`),
      failed: () => finish(`${label}failed: ${what}  ${seconds()}`),
    };
  };

  return { step, line };
}

function describeProgress(done: number | string, total: number | undefined): string {
  if (typeof done === 'string') return done;
  const count = (value: number) => value.toLocaleString('en-CA');
  return total === undefined ? count(done) : `${count(done)} of ${count(total)}`;
}
