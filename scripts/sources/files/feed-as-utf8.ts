/** Hands a file in another encoding to the database as UTF-8 through a named pipe: nothing of it is written to disk. */

import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';

export interface Utf8Feed {
  /** The named pipe to read, once. */
  readonly pipe: string;
  /** Writes the whole file into the pipe; ends when the reader has read it or gone away. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** `encoding` is a label of the WHATWG Encoding Standard, such as `windows-1252` or `utf-16be`. */
export async function feedAsUtf8(file: string, encoding: string): Promise<Utf8Feed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plainview-pipe-'));
  const pipe = path.join(folder, 'utf8.csv');
  await promisify(execFile)('mkfifo', ['-m', '600', pipe]);
  return {
    pipe,
    async run() {
      const decoder = new TextDecoder(encoding);
      const decode = new Transform({
        transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
        flush: (done) => done(null, decoder.decode()),
      });
      const source = createReadStream(file);
      const sink = createWriteStream(pipe);
      await (file.endsWith('.gz') ? pipeline(source, createGunzip(), decode, sink) : pipeline(source, decode, sink));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
