/** The files of the street status, as anybody on the web reads them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { momentOf } from '../../src/contract/live-ages.ts';
import type { LiveHead, LiveStatus, StatusColumns } from '../../src/contract/live.ts';

/** What clears the streets first, then each other service; none before there is a status. */
export async function readStatusFiles(dataFolder: string, { status }: LiveHead): Promise<readonly StatusColumns[]> {
  if (status === null) return [];
  const read = async (name: string) => JSON.parse(await readFile(join(dataFolder, 'live/status', name), 'utf8'));
  const first: LiveStatus = await read(`${status}.json`);
  const others = Object.entries(first.others).map(([service, number]) => read(`${number}.${service}.json`));
  return [first, ...(await Promise.all(others))];
}

/** As they are written, before a page forgets what is from before the event: milliseconds since 1970. */
export function momentsOf({ at, since, age }: StatusColumns): number[] {
  return Array.from(age, (letter) => Math.max(momentOf(letter, at * 1000), (since ?? 0) * 1000));
}
