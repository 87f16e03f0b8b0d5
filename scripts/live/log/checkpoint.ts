/** What the relay keeps beside the log: the settled passes of the event, so that a restart reads hours and not days. */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { confidences, liveServices, passStates } from '../../../src/contract/live.ts';

const pass = z.object({
  segmentId: z.string(),
  direction: z.enum(['forward', 'backward', 'both']),
  service: z.enum(liveServices),
  state: z.enum(passStates),
  startedAt: z.number(),
  endedAt: z.number(),
  coveredShare: z.number(),
  workingShare: z.number(),
  confidence: z.enum(confidences),
  basis: z.enum(['gps', 'supervisor']),
});

const checkpoint = z.object({
  /** Of the event it is about, and of the streets it was matched to: for others it is worth nothing. */
  event: z.string(),
  startedAt: z.number(),
  streets: z.string(),
  /** Of the labels, in base64. */
  key: z.string(),
  border: z.number(),
  passes: z.array(pass),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** Undefined where there is none that can be read: the log says it all, and only takes longer. */
export async function readCheckpoint(file: string): Promise<Checkpoint | undefined> {
  try {
    return checkpoint.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

export async function writeCheckpoint(file: string, content: Checkpoint): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.draft`, JSON.stringify(content), { mode: 0o600 });
  await rename(`${file}.draft`, file);
}
