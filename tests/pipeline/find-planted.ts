/** Looks for the demo CRM's planted personal data: in files of every kind, and in every text of a database. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { DuckDBConnection } from '@duckdb/node-api';
import { plantedPatterns } from '../../scripts/sources/demo/planted-personal-data.ts';
import { quoteName, quoteText } from '../../scripts/warehouse/quote.ts';

type Planted = (typeof plantedPatterns)[number];

/** The words of a pattern that is nothing but words: a search for them is fifty times faster than the pattern. */
function wordsOf({ pattern: { source } }: Planted): readonly string[] | undefined {
  const words = source.replaceAll('\\.', '.').toLowerCase().split('|');
  return words.every((word) => /^[\p{L}.-]+$/u.test(word)) ? words : undefined;
}

/** Without regard to case, which is more than each pattern asks. */
export function plantedIn(text: string): string[] {
  const folded = text.toLowerCase();
  return plantedPatterns
    .filter((planted) => wordsOf(planted)?.some((word) => folded.includes(word)) ?? planted.pattern.test(text))
    .map(({ what }) => what);
}

export interface Searched {
  readonly fileCount: number;
  readonly bytes: number;
  /** `path: what`, each once. */
  readonly found: readonly string[];
  /** By the end of their names. */
  readonly extensions: ReadonlySet<string>;
}

/** Every file below the folder: `.br` decompressed, Parquet read by the database, all else as its bytes. */
export async function searchFiles(folder: string, connection: DuckDBConnection): Promise<Searched> {
  const found: string[] = [];
  const extensions = new Set<string>();
  let [fileCount, bytes] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    fileCount += 1;
    bytes += content.length;
    extensions.add(extname(entry.name));
    const whats = file.endsWith('.parquet')
      ? await searchTable(connection, `read_parquet(${quoteText(file)})`)
      : plantedIn(textOf(file, content));
    found.push(...whats.map((what) => `${file.slice(folder.length + 1)}: ${what}`));
  }
  return { fileCount, bytes, found, extensions };
}

/** A packed file that holds what lies unpacked beside it is not searched twice. */
function textOf(file: string, content: Buffer): string {
  if (!file.endsWith('.br')) return content.toString('utf8');
  const unpacked = brotliDecompressSync(content);
  const beside = file.slice(0, -'.br'.length);
  return existsSync(beside) && readFileSync(beside).equals(unpacked) ? '' : unpacked.toString('utf8');
}

export interface TableSearchOptions {
  /** Columns in which the CRM's own number may stand: it never leaves the machine. */
  readonly numbered?: readonly string[];
}

/** `column holds what`, for each column of text; in each, every distinct value is looked at. */
export async function searchTable(
  connection: DuckDBConnection,
  table: string,
  { numbered = [] }: TableSearchOptions = {},
): Promise<string[]> {
  const described = await connection.runAndReadAll(`describe from ${table}`);
  const texts = described.getRows().filter(([, type]) => String(type).includes('VARCHAR'));
  const found: string[] = [];
  for (const column of texts.map(([name]) => String(name))) {
    const searched = plantedPatterns.filter(({ what }) => what !== 'CRM number' || !numbered.includes(column));
    const counts = searched.map(({ pattern: { source, flags } }) => {
      return `count_if(regexp_matches(text, ${quoteText(source)}, ${quoteText(flags || 'c')}))`;
    });
    const distinct = `select distinct ${quoteName(column)}::varchar as text from ${table}`;
    const reader = await connection.runAndReadAll(`select ${counts.join(', ')} from (${distinct})`);
    const row = reader.getRows()[0] ?? [];
    found.push(...searched.filter((_, at) => Number(row[at]) > 0).map(({ what }) => `${column} holds ${what}`));
  }
  return found;
}
