/** The folder that the web server shows: each file whole at every moment, and written only when it says something new. */

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A status of 3,500 streets (28 kB) takes 3 ms at 9, and a GeoJSON of 2.3 MB too long for every minute (2026). */
const [SMALL_QUALITY, LARGE_QUALITY, LARGE_BYTES] = [9, 5, 200_000];

export class PublicFolder {
  readonly folder: string;
  /** What each file said when this process last wrote it: after a start all are written once. */
  readonly #written = new Map<string, string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** True where it was written. `isPacked` puts the brotli copy beside it, which the site's servers send as it is. */
  write(name: string, text: string, { isPacked = true } = {}): boolean {
    return this.writeMade(name, () => text, { says: text, isPacked });
  }

  /** The same where it is cheaper to say what the file says than to make it. */
  writeMade(
    name: string,
    make: () => string,
    { says, isPacked = true }: { readonly says: string; readonly isPacked?: boolean },
  ): boolean {
    const hash = createHash('sha256').update(says).digest('base64');
    if (this.#written.get(name) === hash) return false;
    const text = make();
    if (isPacked) this.#replace(`${name}.br`, pack(text));
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

function pack(text: string): Buffer {
  const bytes = Buffer.from(text);
  const quality = bytes.length < LARGE_BYTES ? SMALL_QUALITY : LARGE_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}
