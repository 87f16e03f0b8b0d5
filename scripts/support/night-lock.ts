/** One night, or one relay, at a time in a folder: `.lock` names the process that holds it, and outlives no process. */

import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';
import { isRunning, isSameProcess, readProcessStart } from './process-identity.ts';

export interface NightLock {
  release(): Promise<void>;
}

const holderSchema = z.strictObject({
  /** Tells one taking of the lock from every other. */
  nonce: z.uuid(),
  pid: z.number().int().positive(),
  /** When the process started, to tell it from a later one with its pid; null where the system does not say. */
  process_started: z.string().nullable(),
  started_at: z.iso.datetime(),
});
type Holder = z.infer<typeof holderSchema>;

/** With the lock's own path. */
interface LockHolder extends Holder {
  readonly path: string;
}

export interface LockEffects {
  readonly pid: number;
  readonly now: () => Date;
  readonly note: (text: string) => void;
}

const processEffects: LockEffects = {
  pid: process.pid,
  now: () => new Date(),
  note: (text) => void process.stdout.write(`${text}\n`),
};

/**
 * Throws `NIGHT_ALREADY_RUNNING`, or `LIVE_ALREADY_RUNNING` for a relay (exit 5), naming the pid of a live holder; a dead
 * one's lock is taken over.
 */
export async function acquireLock(
  dataFolder: string,
  effects: Partial<LockEffects> = {},
  refuse: (holder: LockHolder) => OperatorError = nightAlreadyRunning,
): Promise<NightLock> {
  const { pid, now, note } = { ...processEffects, ...effects };
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, '.lock');
  const mine: Holder = {
    nonce: randomUUID(),
    pid,
    process_started: await readProcessStart(pid),
    started_at: now().toISOString(),
  };
  const stale = await take(path, path, mine, (holder) => refuse({ ...holder, path }));
  await sweepDrafts(dataFolder);
  if (stale) note(`lock      taken over from process ${stale.pid}, which died after ${stale.started_at}`);
  return {
    release: async () => {
      if ((await readHolder(path))?.nonce === mine.nonce) await rm(path, { force: true });
    },
  };
}

/**
 * Makes `path` hold `mine`; gives the dead holder it was taken from, if any.
 *
 * Of two processes that find the same dead holder, one creates the claim named after that holder's nonce, and renames
 * it over `path`. A slower one that creates the claim again afterwards sees another holder in `path`, and starts over.
 */
async function take(
  path: string,
  lockPath: string,
  mine: Holder,
  refuse: (holder: Holder) => OperatorError,
): Promise<Holder | undefined> {
  for (;;) {
    if (await createWhole(path, mine)) return undefined;
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (await isSameProcess(holder.pid, holder.process_started)) throw refuse(holder);
    const claim = `${lockPath}.${holder.nonce}`;
    const isStillThere = async () => (await readHolder(path))?.nonce === holder.nonce;
    try {
      await take(claim, lockPath, mine, refuse);
    } catch (error) {
      // One that came too late also holds the claim for a moment: it is not the one to name.
      if (await isStillThere()) throw error;
      continue;
    }
    if (await isStillThere()) {
      await rename(claim, path);
      return holder;
    }
    await rm(claim, { force: true });
  }
}

/** False where the file is there already. Linked from a finished file, so that no reader ever sees half of it. */
async function createWhole(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${process.pid}-${randomUUID()}.draft`;
  try {
    await writeFile(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx' });
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A process killed between writing its draft and removing it leaves it behind. */
async function sweepDrafts(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const pid = Number(/^\.lock\..*?(\d+)-[0-9a-f-]{36}\.draft$/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) await rm(join(dataFolder, name), { force: true });
  }
}

/** Undefined where there is no lock any more. */
async function readHolder(path: string): Promise<Holder | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = holderSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new OperatorError('NIGHT_LOCK_UNREADABLE', {
    exit: 'machine',
    message: 'The lock of the night is not one that Plainview wrote.',
    faults: [{ where: path, found: `${text.length} characters`, expected: 'the pid of a running night' }],
    remedy: `If no night is running: rm ${path}`,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nightAlreadyRunning({ pid, started_at, path }: LockHolder): OperatorError {
  return new OperatorError('NIGHT_ALREADY_RUNNING', {
    exit: 'machine',
    message: `A night is running already: process ${pid}, since ${started_at}.`,
    faults: [{ where: path, found: `process ${pid}`, expected: 'no other night' }],
    remedy: `Wait for it, or look at it: ps -p ${pid} -o pid,etime,args`,
  });
}

/** For `acquireLock`. */
export function relayAlreadyRunning({ pid, started_at, path }: LockHolder): OperatorError {
  return new OperatorError('LIVE_ALREADY_RUNNING', {
    exit: 'machine',
    message: `The live lane is running already: process ${pid}, since ${started_at}.`,
    faults: [{ where: path, found: `process ${pid}`, expected: 'no other' }],
    remedy: `Leave it running, or end it first: kill ${pid}`,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
