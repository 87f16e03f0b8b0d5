/** Waits until nobody writes into the delivered files any more: half a file may look like a whole one. */

import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../support/operator-error.ts';

const STILL_MS = 60_000;
const LOOK_AGAIN_MS = 10_000;
const PATIENCE_MS = 5 * 60_000;

export interface StillnessEffects {
  readonly now: () => Date;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
  /** How long size and time of a file must not have changed; 0 for a look at files as they are. */
  readonly stillMs?: number;
}

/**
 * What `find` finds, once all of it is still: by its own time, by what was seen while waiting (the clock of a share may
 * be ahead of ours), or because `NAME.done` was laid beside it after its last change. Throws SOURCE_FILE_UNFINISHED.
 */
export async function stillFiles(find: () => Promise<string[]>, effects: StillnessEffects): Promise<string[]> {
  const { now, wait = sleep, stillMs = STILL_MS } = effects;
  const begun = now().getTime();
  const seen = new Map<string, Seen>();
  while (true) {
    const files = await find();
    const time = now().getTime();
    const moving: string[] = [];
    for (const file of files) if (!(await isStill(file, { seen, time, stillMs }))) moving.push(file);
    if (moving.length === 0) return files;
    if (time - begun >= PATIENCE_MS) throw unfinished(moving);
    await wait(LOOK_AGAIN_MS);
  }
}

interface Seen {
  readonly look: string;
  readonly since: number;
}

interface Looking {
  /** What each file looked like, and since when. */
  readonly seen: Map<string, Seen>;
  readonly time: number;
  readonly stillMs: number;
}

async function isStill(file: string, { seen, time, stillMs }: Looking): Promise<boolean> {
  const [found, done] = await Promise.all([statIfThere(file), statIfThere(`${file}.done`)]);
  // Renamed or taken away since it was listed: the next list tells.
  if (found === undefined) return false;
  // A mark that is older than the file was laid for the delivery before.
  if (done !== undefined && done.mtimeMs >= found.mtimeMs) return true;
  if (time - found.mtimeMs >= stillMs) return true;
  const look = `${found.size} ${found.mtimeMs}`;
  const before = seen.get(file);
  const since = before?.look === look ? before.since : time;
  seen.set(file, { look, since });
  return time - since >= stillMs;
}

async function statIfThere(file: string) {
  return await stat(file).catch(() => undefined);
}

function unfinished(files: readonly string[]): OperatorError {
  return new OperatorError('SOURCE_FILE_UNFINISHED', {
    exit: 'source',
    message: 'A delivered file is still being written.',
    faults: files.map((where) => ({
      where,
      found: `changes all the time, for ${PATIENCE_MS / 60_000} minutes`,
      expected: 'a minute without a change, or a file of the same name with .done after it',
    })),
    remedy:
      'Let the night begin later, or have the file renamed into the folder when it is whole, then: npm run nightly',
  });
}
