/** Hands a file in another encoding to the database as UTF-8. */

import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openPipe, type Pipe } from './open-pipe.ts';

/** `encoding` is a label of the WHATWG Encoding Standard, such as `windows-1252` or `utf-16be`. */
export async function feedAsUtf8(file: string, encoding: string): Promise<Pipe> {
  return await openPipe(async (sink) => {
    const decoder = new TextDecoder(encoding);
    const decode = new Transform({
      transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
      flush: (done) => done(null, decoder.decode()),
    });
    const source = createReadStream(file);
    await (file.endsWith('.gz') ? pipeline(source, createGunzip(), decode, sink) : pipeline(source, decode, sink));
  });
}
