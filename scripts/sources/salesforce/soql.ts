/** The queries that are asked, in Salesforce's query language. */

import type { Window } from '../source.ts';

/** A row of an answer: the values of the asked fields, in their order, as text. */
export type Row = readonly (string | null)[];

export interface Soql {
  readonly fields: readonly string[];
  readonly text: string;
}

/** Without an order the rows come as the server likes, which in bulk is the only fast way. */
export function windowQuery(
  object: string,
  fields: readonly string[],
  { since, until }: Window,
  { isOrdered }: { readonly isOrdered: boolean },
): Soql {
  const from = since === null ? '' : `SystemModstamp >= ${moment(since)} and `;
  const order = isOrdered ? ' order by SystemModstamp, Id' : '';
  return select(object, fields, ` where ${from}SystemModstamp < ${moment(until)}${order}`);
}

export function select(object: string, fields: readonly string[], rest = ''): Soql {
  return { fields, text: `select ${fields.join(', ')} from ${object}${rest}` };
}

/** SOQL knows whole seconds; both ends are cut alike, so that the next window begins where this one ends. */
function moment(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
