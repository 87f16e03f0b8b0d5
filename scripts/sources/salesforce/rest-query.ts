/** Rows of a query over REST, page by page. */

import { z } from 'zod';
import { unreadable } from '../source-errors.ts';
import { jsonOf } from './json-of.ts';
import type { Session } from './session.ts';
import type { Row, Soql } from './soql.ts';

const queryAnswer = z.object({
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});

/** `queryAll` also gives what was deleted. A page holds 2,000 rows at most; throws as Session does. */
export async function* restPages(
  session: Session,
  resource: 'query' | 'queryAll',
  { fields, text }: Soql,
): AsyncGenerator<readonly Row[]> {
  const paths = fields.map((field) => field.split('.'));
  let next: string | undefined = session.versioned(`${resource}?q=${encodeURIComponent(text)}`);
  const place = session.place(next);
  while (next !== undefined) {
    const answer = await session.get(next);
    const read = queryAnswer.safeParse(jsonOf(answer, place));
    if (!read.success) throw unreadable(place, 'done and records', 'an answer without them');
    const { done, nextRecordsUrl, records } = read.data;
    yield records.map((record) => paths.map((path) => valueAt(record, path)));
    // Its form is Salesforce's own affair, and it is taken as it stands, but not to another host.
    next = done ? undefined : nextRecordsUrl;
    if (!done && !nextRecordsUrl?.startsWith('/services/')) {
      throw unreadable(place, 'nextRecordsUrl, a path of this host', nextRecordsUrl ? 'another address' : 'none');
    }
  }
}

/** Of `RecordType.Name` the name of the record type; a related record that is absent has no values. */
function valueAt(record: unknown, path: readonly string[]): string | null {
  let value = record;
  for (const part of path) value = (value as Record<string, unknown> | null | undefined)?.[part];
  return value === null || value === undefined || value === '' ? null : String(value);
}
