/** The folder that the web server shows: each file whole at every moment, and written only when it says something new. */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, constants, createBrotliCompress } from 'node:zlib';

/** How a file's brotli copy is made: `best` for what every page polls. */
export type Packing = 'best' | 'quick' | 'none';

/**
 * Of brotli. A status of 5,200 streets (9 kB) is 2.7 kB at 10 in 6 ms, which 11 takes 17 ms for and 9 makes 3.2 kB of.
 * A window no larger than the text needs no memory of megabytes, and takes 9 from 8 ms to 1 (2026).
 */
const [BEST_QUALITY, QUICK_QUALITY, SMALL_WINDOW_BITS] = [10, 9, 16];
const LARGE_BYTES = 65_536;
const large = { [constants.BROTLI_PARAM_QUALITY]: 5 };

export class PublicFolder {
  readonly folder: string;
  /** What each file said when this process last wrote it: after a start all are written once. */
  readonly #written = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Where it says something new. The brotli copy lies beside it, which the site's servers send as it is. */
  write(name: string, text: string, packing: Packing = 'quick'): void {
    if (!this.#isNew(name, [text])) return;
    if (packing !== 'none') this.#replace(`${name}.br`, pack(text, packing));
    this.#replace(name, text);
  }

  /** The same of a file of megabytes, which is never whole in memory; `says` is less work than to make it. */
  async writeLines(name: string, lines: () => Iterable<string>, says: Iterable<string>): Promise<void> {
    if (!this.#isNew(name, says)) return;
    const [own, packed] = [this.#placeOf(name), this.#placeOf(`${name}.br`)];
    await pipeline(Readable.from(inPieces(lines())), createWriteStream(own.draft));
    const brotli = createBrotliCompress({ params: large });
    await pipeline(createReadStream(own.draft), brotli, createWriteStream(packed.draft));
    for (const { draft, file } of [packed, own]) renameSync(draft, file);
  }

  #isNew(name: string, says: Iterable<string>): boolean {
    const hash = createHash('sha256');
    for (const part of says) hash.update(part);
    const digest = hash.digest('base64');
    if (this.#written.get(name) === digest) return false;
    this.#written.set(name, digest);
    return true;
  }

  async remove(name: string): Promise<void> {
    this.#written.delete(name);
    for (const file of [name, `${name}.br`]) await rm(join(this.folder, file), { force: true });
  }

  /** Names in a folder below, without packed copies. */
  async list(below: string): Promise<string[]> {
    const names = await readdir(join(this.folder, below)).catch(() => []);
    return names.filter((name) => !name.endsWith('.br') && !name.startsWith('.'));
  }

  /** At once: for files this small, to wait for a thread takes longer than to write. */
  #replace(name: string, content: string | Buffer): void {
    const { file, draft } = this.#placeOf(name);
    writeFileSync(draft, content);
    renameSync(draft, file);
  }

  #placeOf(name: string): { file: string; draft: string } {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    // Begins with a point, so that no server shows it.
    return { file, draft: join(dirname(file), `.${basename(file)}.draft`) };
  }
}

function pack(text: string, packing: Packing): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > LARGE_BYTES) return brotliCompressSync(bytes, { params: large });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: packing === 'best' ? BEST_QUALITY : QUICK_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: SMALL_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

/** As large as what a stream passes on at once. */
function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < LARGE_BYTES) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
