/** `status/`: a file of what clears each street, and one of each other service; each anew only when it says something new. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { liveServices, type LiveService, type LiveStatus, type StatusColumns } from '../../../src/contract/live.ts';
import type { StreetStatus } from '../street-status.ts';
import type { PublicFolder } from './public-folder.ts';
import { clearingColumns, otherServices, serviceColumns, type StatusMoment, whatItSays } from './status-columns.ts';

export const STATUS_MS = 60_000;
/** Readers that saw an older head have long fetched what it named. In minutes, as the numbers are. */
const KEPT = 60;

type Part = LiveService | 'clearing';

interface Said {
  readonly number: number;
  readonly says: string;
}

export class StatusFiles {
  readonly #files: PublicFolder;
  readonly #said = new Map<Part, Said>();

  constructor(files: PublicFolder) {
    this.#files = files;
  }

  /** Of the first, by which all others are found; null before there is one. */
  get number(): number | null {
    return this.#said.get('clearing')?.number ?? null;
  }

  async publish(status: StreetStatus, moment: StatusMoment): Promise<void> {
    const minute = Math.floor(moment.now / STATUS_MS);
    const services = otherServices(status, moment.segments);
    for (const service of liveServices) {
      if (services.includes(service)) this.#write(service, serviceColumns(status, service, moment), minute);
      else this.#said.delete(service);
    }
    const others = Object.fromEntries(services.map((service) => [service, this.#said.get(service)?.number ?? minute]));
    this.#write('clearing', { ...clearingColumns(status, moment), others }, minute);
    await this.#removeOld(minute);
  }

  /** Takes up what the last process of this folder said, where that can be read. */
  async readLast(number: number | null): Promise<void> {
    if (number === null) return;
    const first = (await this.#read(nameOf('clearing', number))) as LiveStatus;
    const others = Object.entries(first.others) as [LiveService, number][];
    const read = others.map(async ([service, of]) => {
      return [service, of, (await this.#read(nameOf(service, of))) as StatusColumns] as const;
    });
    for (const [part, of, file] of [...(await Promise.all(read)), ['clearing', number, first] as const]) {
      this.#said.set(part, { number: of, says: saysOf(file) });
    }
  }

  #write(part: Part, file: StatusColumns | LiveStatus, minute: number): void {
    const says = saysOf(file);
    if (says === this.#said.get(part)?.says) return;
    this.#files.write(nameOf(part, minute), JSON.stringify(file), 'best');
    this.#said.set(part, { number: minute, says });
  }

  async #read(name: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.#files.folder, name), 'utf8'));
  }

  async #removeOld(minute: number): Promise<void> {
    const current = new Set([...this.#said].map(([part, { number }]) => nameOf(part, number)));
    for (const file of await this.#files.list('status')) {
      const name = `status/${file}`;
      if (Number.parseInt(file, 10) < minute - KEPT && !current.has(name)) await this.#files.remove(name);
    }
  }
}

function nameOf(part: Part, number: number): string {
  return `status/${number}${part === 'clearing' ? '' : `.${part}`}.json`;
}

function saysOf(file: StatusColumns | LiveStatus): string {
  return whatItSays(file) + ('others' in file ? JSON.stringify(file.others) : '');
}
