/** Runs the R scripts that recorded what the models are compared with, and compares what they say now. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../models/read-csv.ts';

/** Where each script's answers are recorded. */
const recorded = {
  'survival.r': 'tests/models/survival',
  'waiting-times.r': 'tests/models/truth',
  'area-comparisons.r': 'tests/models/truth',
  'signals.r': 'tests/models/truth',
};

const TOLERANCE = 1e-9;

export interface Recomputed {
  readonly cellCount: number;
  readonly faults: readonly string[];
}

/** Null where there is no R with its package survival. */
export async function recomputeInR(): Promise<Recomputed | null> {
  if (spawnSync('Rscript', ['-e', 'library(survival)']).status !== 0) return null;
  const faults: string[] = [];
  let cellCount = 0;
  for (const [script, folder] of Object.entries(recorded)) {
    const made = await mkdtemp(join(tmpdir(), 'plainview-r-'));
    execFileSync('Rscript', [join('tests/soak', script), made], { stdio: 'ignore' });
    for (const file of await readdir(made)) {
      const compared = compareFiles(join(folder, file), join(made, file));
      cellCount += compared.cellCount;
      faults.push(...compared.faults);
    }
    await rm(made, { recursive: true });
  }
  return { cellCount, faults };
}

function compareFiles(recordedFile: string, madeFile: string): Recomputed {
  const [told, made] = [readCsv(recordedFile), readCsv(madeFile)];
  const faults = told.rows.length === made.rows.length ? [] : [`${recordedFile}: R makes ${made.rows.length} rows now`];
  for (const [index, row] of told.rows.entries()) {
    for (const column of told.columns) {
      const [before, now] = [row[column], made.rows[index]?.[column]];
      if (before === now || (before && now && Math.abs(Number(before) - Number(now)) <= TOLERANCE)) continue;
      faults.push(`${recordedFile}, line ${index + 2}: ${column} ${before}, R says ${now} now`);
    }
  }
  return { cellCount: told.rows.length * told.columns.length, faults };
}
