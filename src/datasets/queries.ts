/** The queries that make each measure, as they stand in the release's `measures.sql`. */

import type { Measure } from '../contract/measures.ts';
import { readExportText } from './exports-folder.ts';

export interface Query {
  /** The table it makes. */
  readonly name: string;
  readonly sql: string;
}

const statement = /^create or replace table "(\w+)" as\n([\s\S]*?);\n$/gm;

const queries: readonly Query[] = [...readExportText('measures.sql').matchAll(statement)].map(
  ([, name = '', sql = '']) => ({ name, sql }),
);

/** The measure's own query first, then those it rests on, each before what it reads. */
export function queriesOf({ model }: Measure): Query[] {
  const found: Query[] = [];
  const visit = (name: string) => {
    const query = queries.find((one) => one.name === name);
    if (query === undefined || found.includes(query)) return;
    found.push(query);
    for (const read of tablesRead(query.sql)) visit(read);
  };
  visit(model);
  if (found.length === 0) throw new Error(`measures.sql has no query that makes ${model}`);
  return found;
}

/** As the query's own header says; a list goes on over indented lines. */
function tablesRead(sql: string): string[] {
  const listed = /^-- reads: ((?:.*)(?:\n-- {3}.*)*)/m.exec(sql)?.[1] ?? '';
  return listed.replaceAll('--', '').split(/[,\s]+/);
}
