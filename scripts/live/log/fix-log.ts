/** The log of raw fixes: written before anything is made of them, packed by the hour, gone after the days the city sets. */

import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { parseLine, type LogLine } from './log-line.ts';

const HOUR = 3_600_000;
/** Positions of people at work: for the owner of the process alone. */
const OWNER_ONLY = 0o600;

export interface FixLog {
  append(line: LogLine): void;
  /** Packs the hours that are over, and removes those kept long enough: of some work once an hour, else of none. */
  tidy(now: number): Promise<void>;
  close(): void;
}

/** Opens the log for writing; what a kill left half-written at its end is cut off. */
export async function openLog(folder: string, rawDays: number): Promise<FixLog> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const newest = (await logNames(folder)).at(-1);
  if (newest?.endsWith('.jsonl')) await mend(join(folder, newest));
  let hour = newest === undefined ? '' : hourOf(newest);
  let file: number | undefined;
  let tidied = '';
  const close = () => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };

  return {
    append(line) {
      // A clock that was put back must not write before what is written.
      if (hourName(line.at) > hour) close();
      if (file === undefined) hour = [hourName(line.at), hour].sort().at(-1) as string;
      file ??= openSync(join(folder, `${hour}.jsonl`), 'a', OWNER_ONLY);
      writeSync(file, `${JSON.stringify(line)}\n`);
      // Labels must outlive a loss of power: a second key would make them others in the middle of a storm.
      if ('key' in line) fsyncSync(file);
    },
    async tidy(now) {
      if (hourName(now) === tidied) return;
      tidied = hourName(now);
      const oldest = hourName(now - rawDays * 24 * HOUR);
      for (const name of await logNames(folder)) {
        if (hourOf(name) < oldest) await rm(join(folder, name), { force: true });
        else if (name.endsWith('.jsonl') && hourOf(name) < hour) await packHour(join(folder, name));
      }
    },
    close,
  };
}

/** Every line of an hour (`2026-01-12T08`) and after it, in the order written. */
export async function* readLog(folder: string, fromHour: string): AsyncGenerator<LogLine> {
  for (const name of await logNames(folder)) {
    if (hourOf(name) < fromHour) continue;
    yield* readHour(join(folder, name));
  }
}

/** The clock of the last line; undefined where there is none. */
export async function lastLogged(folder: string): Promise<number | undefined> {
  const newest = (await logNames(folder)).at(-1);
  if (newest === undefined) return undefined;
  let last: number | undefined;
  for await (const { at } of readLog(folder, hourOf(newest))) last = at;
  return last;
}

/** The lines of one log file, read as they are asked for. */
export async function* readHour(file: string): AsyncGenerator<LogLine> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // A pipe does not pass on what goes wrong before it.
  bytes.on('error', (error) => input.destroy(error));
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = text === '' ? undefined : parseLine(text);
    if (line !== undefined) yield line;
  }
}

/** `2026-01-12T08`: in the order of time, as names are. */
export function hourName(moment: number): string {
  return new Date(moment).toISOString().slice(0, 13);
}

/** In the order of time. A kill between packing an hour and removing it leaves both, and the packed one is whole. */
export async function logNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const logs = names.filter((name) => /^\d{4}-\d\d-\d\dT\d\d\.jsonl(\.gz)?$/.test(name)).sort();
  return logs.filter((name) => name.endsWith('.gz') || !logs.includes(`${name}.gz`));
}

const hourOf = (name: string) => name.slice(0, 13);

async function packHour(file: string): Promise<void> {
  const draft = `${file}.draft`;
  await pipeline(createReadStream(file), createGzip(), createWriteStream(draft, { mode: OWNER_ONLY }));
  await rename(draft, `${file}.gz`);
  await rm(file);
}

/** Cuts off a last line without its end. */
async function mend(file: string): Promise<void> {
  await chmod(file, OWNER_ONLY);
  const bytes = await readFile(file);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(file, whole);
}
