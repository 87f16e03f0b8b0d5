/** As much of Salesforce's query language as is needed to honour a window, an order and a list of fields. */

import type { Organization } from './organization.ts';
import type { FakeRow } from './tables.ts';

export interface FakeQuery {
  readonly object: string;
  readonly fields: readonly string[];
  readonly isOrdered: boolean;
  /** How many rows there are in all; of an unordered query about. */
  total(): number;
  /** The rows of the answer from that reference on; of an ordered one they are all read first. */
  rows(from?: number): Iterable<FakeRow>;
}

/** As Salesforce refuses: the message repeats the query, and here somebody's name, which must not come further. */
export interface FakeRefusal {
  readonly status: number;
  readonly errorCode: string;
  readonly message: string;
}

const shape =
  /^select (?<fields>[\w., ]+) from (?<object>\w+)(?: where (?<where>.+?))?(?: order by (?<order>[\w, ]+))?$/i;
const condition = /^SystemModstamp (?<sign>>=|<) (?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

export function parseQuery(
  organization: Organization,
  text: string,
  { isAll }: { readonly isAll: boolean },
): FakeQuery | FakeRefusal {
  const parts = shape.exec(text)?.groups;
  if (parts === undefined) return refusal('MALFORMED_QUERY', `unexpected token: ${text}`);
  const { object = '', where, order } = parts;
  const table = organization.table(object);
  if (table === undefined) return refusal('INVALID_TYPE', `sObject type '${object}' is not supported.`);
  const fields = (parts.fields ?? '').split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !isKnown(organization, object, field));
  if (unknown !== undefined) {
    const column = unknown.split('.').at(-1);
    return refusal(
      'INVALID_FIELD',
      `\n${text}\n^\nERROR at Row:1:Column:8\nNo such column '${column}' on entity '${object}'.`,
    );
  }
  const bounds = (where?.split(' and ') ?? []).map((one) => condition.exec(one)?.groups);
  if (bounds.includes(undefined)) return refusal('MALFORMED_QUERY', `unexpected token: ${where}`);
  const fits = (row: FakeRow) =>
    (isAll || !row.isDeleted) &&
    bounds.every((bound) => {
      const time = Date.parse(bound?.time ?? '');
      return bound?.sign === '<' ? row.changedAt < time : row.changedAt >= time;
    });
  const unordered = (from?: number) => filter(table.rows(from), fits);
  const isOrdered = order === 'SystemModstamp, Id';
  const total = () => organization.count();
  return { object, fields, isOrdered, total, rows: isOrdered ? () => [...unordered()].sort(byTime) : unordered };
}

export function isRefusal(parsed: FakeQuery | FakeRefusal): parsed is FakeRefusal {
  return 'errorCode' in parsed;
}

function refusal(errorCode: string, message: string): FakeRefusal {
  return { status: 400, errorCode, message: `${message} (asked for by Luc Brackenrow, 705-555-0123)` };
}

function isKnown(organization: Organization, object: string, field: string): boolean {
  const [first, ...rest] = field.split('.');
  const fields = organization.fields(object);
  if (rest.length === 0) return fields.some(({ name }) => name === first);
  return rest[0] === 'Name' && fields.some(({ relationshipName }) => relationshipName === first);
}

function* filter(rows: Iterable<FakeRow>, fits: (row: FakeRow) => boolean): Generator<FakeRow> {
  for (const row of rows) if (fits(row)) yield row;
}

function byTime(a: FakeRow, b: FakeRow): number {
  return a.changedAt - b.changedAt || (a.id < b.id ? -1 : 1);
}
