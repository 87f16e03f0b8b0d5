/** The files that `--file` names: one, a folder of them, or a pattern. */

import { glob, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { isNoDelivery } from '../sources/files/find-files.ts';
import { OperatorError } from '../support/operator-error.ts';

export interface Delivery {
  /** Absolute. */
  readonly folder: string;
  /** As `city.json` has it. */
  readonly pattern: string;
  /** Names, by the time they were written, then by name: the order in which they were most likely delivered. */
  readonly files: readonly string[];
  /** The one by which the columns are judged. */
  readonly largest: string;
}

const kinds = /\.(?:csv|tsv|txt|psv)(?:\.gz)?$|\.(?:json|jsonl|ndjson)(?:\.gz)?$|\.parquet$|\.xlsx$/i;

/** Throws SOURCE_FILE_MISSING, or SOURCE_FILE_UNREADABLE for a workbook of Excel before 2007. */
export async function findDelivery(named: string): Promise<Delivery> {
  // What is typed as an answer no shell has read.
  const whole = path.resolve(named.replace(/^~(?=\/)/, homedir()));
  if (/\.xls$/i.test(whole)) throw oldWorkbook(whole);
  const isFolder = await stat(whole).then((found) => found.isDirectory(), () => false); // prettier-ignore
  const folder = isFolder ? whole : path.dirname(whole);
  const pattern = isFolder ? await patternOf(whole) : path.basename(whole);
  const found: { name: string; size: number; time: number }[] = [];
  for await (const name of pattern === '' ? [] : glob(pattern, { cwd: folder })) {
    const file = await stat(path.join(folder, name));
    if (file.isFile() && !isNoDelivery(name)) found.push({ name, size: file.size, time: file.mtimeMs });
  }
  const largest = found.toSorted((one, other) => other.size - one.size)[0];
  if (largest === undefined) throw missing(whole);
  const files = found.toSorted((one, other) => one.time - other.time || (one.name < other.name ? -1 : 1));
  return { folder, pattern, files: files.map(({ name }) => name), largest: largest.name };
}

/** The ending that most files of the folder have. */
async function patternOf(folder: string): Promise<string> {
  const endings = (await readdir(folder)).flatMap((name) => kinds.exec(name)?.[0] ?? []);
  const [most] = [...Map.groupBy(endings, (ending) => ending)].sort(([, one], [, other]) => other.length - one.length);
  return most === undefined ? '' : `*${most[0]}`;
}

function oldWorkbook(where: string): OperatorError {
  return new OperatorError('SOURCE_FILE_UNREADABLE', {
    exit: 'source',
    message: 'A workbook of Excel before 2007 cannot be read as it is.',
    faults: [{ where, found: 'an .xls file', expected: 'an .xlsx file, or text: in Excel, save it as one' }],
    remedy: 'Better still, have the request system export CSV itself; then name that file with --file',
  });
}

function missing(where: string): OperatorError {
  return new OperatorError('SOURCE_FILE_MISSING', {
    exit: 'source',
    message: 'There is no export to look at.',
    faults: [
      {
        where,
        found: 'no file',
        expected: 'a .csv, .txt, .xlsx, .json or .parquet file (text may be packed: .gz), or a folder of them',
      },
    ],
    remedy: 'Export a month or more of requests from the request system, and name the file with --file',
  });
}
