/** What an earlier log holds comes again, each look at its own time: a storm lived through twice. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fix } from '../../../src/contract/live.ts';
import { hourName, logNames, readHour } from '../log/fix-log.ts';
import type { LookLine } from '../log/log-line.ts';
import { FeedFailure, type Feed } from './feed.ts';

/** Of one log file, or of a folder of them; all feeds that were logged come as one. */
export function replayFeed(id: string, log: string): Feed {
  let looks: Looks | undefined;
  return {
    id,
    read: async ({ now, cursor }) => {
      // Nothing from before the first look comes: it would be a storm all at once.
      const since = cursor === null ? now - 1 : Number(cursor);
      if (looks === undefined || looks.until !== since) looks = await openLooks(log, since);
      const fixes = await looks.take(now);
      return { fixes: fixes.map((fix) => ({ ...fix, source: id })), cursor: String(now) };
    },
  };
}

/** Where the reading of the logs stands: a storm is never whole in memory. */
interface Looks {
  /** All up to this moment have been taken. */
  readonly until: number;
  readonly take: (now: number) => Promise<Fix[]>;
}

async function openLooks(log: string, since: number): Promise<Looks> {
  const lines = readLooks(await listLogs(log), since);
  let until = since;
  let ahead: LookLine | undefined;
  const next = async () => (ahead = (await lines.next()).value ?? undefined);
  await next();
  return {
    get until() {
      return until;
    },
    take: async (now) => {
      const fixes: Fix[] = [];
      for (; ahead !== undefined && ahead.at <= now; await next()) fixes.push(...ahead.fixes);
      until = now;
      return fixes;
    },
  };
}

async function listLogs(log: string): Promise<readonly string[]> {
  const found = await stat(log).catch(() => undefined);
  if (found === undefined) throw new FeedFailure(`there is no log at ${log}`);
  return found.isDirectory() ? (await logNames(log)).map((name) => join(log, name)) : [log];
}

async function* readLooks(files: readonly string[], since: number): AsyncGenerator<LookLine, undefined> {
  for (const file of files) {
    if (isBefore(file, since)) continue;
    for await (const line of readHour(file)) if ('fixes' in line && line.at > since) yield line;
  }
}

/** By the hour in its name, where it has one. */
function isBefore(file: string, since: number): boolean {
  const hour = /(\d{4}-\d\d-\d\dT\d\d)\.jsonl(?:\.gz)?$/.exec(file)?.[1];
  return hour !== undefined && hour < hourName(since);
}
