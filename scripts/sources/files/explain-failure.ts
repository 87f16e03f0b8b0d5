/** What the database could not read of a delivered file, said without repeating any of it: a row holds residents' words. */

import { OperatorError } from '../../support/operator-error.ts';

/** `lineCount` tells a fault in the last line (the file was cut off) from one in the middle; null where unknown. */
export function explainFailure(file: string, lineCount: number | null, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof OperatorError) return cause;
  const line = Number(/Line:\s*(\d+)/i.exec(cause.message)?.[1] ?? 0);
  const where = line === 0 ? file : `${file}, line ${line}`;
  if (/Maximum line size/i.test(cause.message)) return rowTooLong(where);
  if (/Expected Number of Columns|unterminated quote|quote/i.test(cause.message)) {
    return line > 0 && lineCount !== null && line >= lineCount ? truncated(where) : rowUnreadable(where, cause.message);
  }
  if (/CSV Error|JSON|Parquet|magic bytes|unicode|utf-8/i.test(cause.message)) return unreadable(where);
  return cause;
}

function rowTooLong(where: string): OperatorError {
  return new OperatorError('SOURCE_ROW_TOO_LONG', {
    exit: 'source',
    message: 'A row of a delivered file is longer than 2 MB: a quote is missing before it, or a file was put into it.',
    faults: [{ where, found: 'more than 2,097,152 bytes without an end', expected: 'one record' }],
    remedy: 'Look at that line; leave long text columns out of the export, then: npm run nightly',
  });
}

function truncated(where: string): OperatorError {
  return new OperatorError('SOURCE_FILE_TRUNCATED', {
    exit: 'source',
    message: 'A delivered file ends in the middle of its last row: its transfer was cut off.',
    faults: [{ where, found: 'the last row, incomplete', expected: 'as many cells as the first line' }],
    remedy: 'Deliver the file again, under another name until it is whole, then: npm run nightly',
  });
}

function rowUnreadable(where: string, message: string): OperatorError {
  const counts = /Expected Number of Columns: (\d+) Found: (\d+)/i.exec(message);
  return new OperatorError('SOURCE_ROW_UNREADABLE', {
    exit: 'source',
    message: 'A row of a delivered file does not have the columns of the first line.',
    faults: [
      {
        where,
        found: counts ? `${counts[2]} cells` : 'a quote in the wrong place',
        expected: counts ? `${counts[1]} cells` : 'quotes doubled inside quoted text',
      },
    ],
    remedy: 'Look at that line, and at the delimiter of this source in city.json, then: npm run nightly',
  });
}

function unreadable(where: string): OperatorError {
  return new OperatorError('SOURCE_FILE_UNREADABLE', {
    exit: 'source',
    message: 'A delivered file is damaged, or not of the kind that its name says.',
    faults: [{ where, expected: 'text, JSON (.json, .jsonl) or Parquet (.parquet)' }],
    remedy: 'Deliver the file again, then: npm run nightly',
  });
}
