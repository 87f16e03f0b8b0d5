/** What earlier nights published of their quality, from `vintages/quality/`, as one table. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Fault, OperatorError } from '../support/operator-error.ts';
import { createTable } from './create-table.ts';

interface KeptCount {
  readonly night_on: string;
  readonly reason: string;
  readonly request_count: number;
}

const header = 'night_on,reason,request_count';

/** Makes `earlier_quality`, of every night kept. Throws `VINTAGE_UNREADABLE` (exit 5), which names all files at fault. */
export async function loadQuality(connection: DuckDBConnection, folder: string): Promise<void> {
  const counts: KeptCount[] = [];
  const faults: Fault[] = [];
  for (const name of await listNights(folder)) {
    const file = path.join(folder, name);
    try {
      counts.push(...readNight(await readFile(file, 'utf8'), path.basename(name, '.csv')));
    } catch (error) {
      faults.push({ where: file, found: (error as Error).message, expected: `${header}, as Plainview wrote it` });
    }
  }
  if (faults.length > 0) throw unreadable(faults);
  const shape = { night_on: 'date', reason: 'varchar', request_count: 'integer' };
  await createTable(connection, 'earlier_quality', shape, counts);
}

/** None before the first night was published; a file under another name (`….old`, `….partial`) is nobody's night. */
async function listNights(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw unreadable([{ where: folder, found: (error as Error).message, expected: 'a folder that can be read' }]);
  }
}

/** A fault is told by its line, and never by what stands there. */
function readNight(text: string, nightOn: string): KeptCount[] {
  if (!text.endsWith('\n')) throw new Error('a file that ends in the middle');
  const [first, ...lines] = text.trimEnd().split(/\r?\n/);
  if (first !== header) throw new Error('line 1 with other columns');
  const isDay = new Date(`${nightOn}T00:00:00Z`).toJSON()?.startsWith(nightOn) === true;
  if (!isDay) throw new Error('a name that is no day');
  return lines.map((line, index) => {
    const [, night, reason = '', count] = /^(\d{4}-\d\d-\d\d),([a-z_]+),(\d{1,9})$/.exec(line) ?? [];
    if (night !== nightOn) throw new Error(`line ${index + 2}, which is no count of that night`);
    return { night_on: nightOn, reason, request_count: Number(count) };
  });
}

function unreadable(faults: readonly Fault[]): OperatorError {
  const away = faults.map(({ where }) => `mv ${where} ${where}.old`).join(' && ');
  return new OperatorError('VINTAGE_UNREADABLE', {
    exit: 'machine',
    message: 'What an earlier night published of its quality cannot be read.',
    faults,
    remedy: `Bring it back from the backup, or go on without: ${away} && npm run nightly -- --from stage`,
  });
}
