/** A named pipe through which text goes to the database that reads it: nothing of it is written to disk. */

import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';

export interface Pipe {
  /** To be read as UTF-8, once for each run. */
  readonly path: string;
  /** Writes the whole text; ends when the reader has read it or gone away. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** `write` writes the whole text into the sink, and ends it. */
export async function openPipe(write: (sink: Writable) => Promise<void>): Promise<Pipe> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plainview-pipe-'));
  const pipe = path.join(folder, 'utf8.csv');
  await promisify(execFile)('mkfifo', ['-m', '600', pipe]);
  return {
    path: pipe,
    run: () => write(createWriteStream(pipe)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
