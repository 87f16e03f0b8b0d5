/** The folder that the web server shows: each file whole at every moment, and written only when it says something new. */

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** How a file's brotli copy is made: `best` for what every page polls. */
export type Packing = 'best' | 'quick' | 'none';

/**
 * Of brotli. A status of 5,200 streets (9 kB) is 2.7 kB at 10 in 6 ms, which 11 takes 17 ms for and 9 makes 3.2 kB of.
 * A window no larger than the text needs no memory of megabytes, and takes 9 from 8 ms to 1 (2026).
 */
const [BEST_QUALITY, QUICK_QUALITY, LARGE_QUALITY] = [10, 9, 5];
const [SMALL_WINDOW_BITS, LARGE_BYTES] = [16, 65_536];

export class PublicFolder {
  readonly folder: string;
  /** What each file said when this process last wrote it: after a start all are written once. */
  readonly #written = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** True where it was written. The brotli copy lies beside it, which the site's servers send as it is. */
  write(name: string, text: string, packing: Packing = 'quick'): boolean {
    return this.writeMade(name, () => text, text, packing);
  }

  /** The same where it is cheaper to say what the file says than to make it. */
  writeMade(name: string, make: () => string, says: string, packing: Packing = 'quick'): boolean {
    const hash = createHash('sha256').update(says).digest('base64');
    if (this.#written.get(name) === hash) return false;
    const text = make();
    if (packing !== 'none') this.#replace(`${name}.br`, pack(text, packing));
    this.#replace(name, text);
    this.#written.set(name, hash);
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
    const file = join(this.folder, name);
    // Begins with a point, so that no server shows it.
    const draft = join(dirname(file), `.${basename(file)}.draft`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  }
}

function pack(text: string, packing: Packing): Buffer {
  const bytes = Buffer.from(text);
  const isLarge = bytes.length > LARGE_BYTES;
  const quality = isLarge ? LARGE_QUALITY : packing === 'best' ? BEST_QUALITY : QUICK_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: isLarge ? constants.BROTLI_DEFAULT_WINDOW : SMALL_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}
