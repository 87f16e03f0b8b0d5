/** Opens an Excel workbook as if it were text: its rows, from the column names on, go to the database through a pipe. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilesSource } from '../../../src/contract/sources.ts';
import { csvLine } from '../../support/csv-line.ts';
import { columnOf } from './map-fields.ts';
import { findHeader } from './find-header.ts';
import type { OpenedFile } from './open-file.ts';
import { openPipe } from './open-pipe.ts';
import { readWorkbook, type SheetRow } from './read-workbook.ts';

export async function openWorkbook(
  file: string,
  { fields, sheet }: Pick<FilesSource, 'fields' | 'sheet'>,
): Promise<OpenedFile> {
  const rows = await readWorkbook(file, sheet);
  const at = findHeader(rows, Object.values(fields).map(columnOf));
  const header = (rows[at] ?? []).map((name) => name ?? '');
  const records = rows.slice(at + 1).filter((row) => row.some((cell) => cell !== null));
  const { path, run, close } = await openPipe((sink) => pipeline(Readable.from(linesOf(header, records)), sink));
  return {
    format: { kind: 'text', path, encoding: 'utf-8', delimiter: ',', header },
    header,
    headerPlace: `${file}, row ${at + 1}`,
    lineCount: null,
    encoding: null,
    delimiter: null,
    feed: run,
    close,
  };
}

/** A lot at a time: a write for each row would be most of the work. */
function* linesOf(header: readonly string[], records: readonly SheetRow[]): Generator<string> {
  yield `${csvLine(header)}\n`;
  for (let from = 0; from < records.length; from += 1000) {
    const lot = records.slice(from, from + 1000);
    yield lot.map((row) => `${csvLine(header.map((_, column) => row[column] ?? ''))}\n`).join('');
  }
}
