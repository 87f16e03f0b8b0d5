/** What an earlier log holds comes again, each look at its own time: a storm lived through twice. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fix } from '../../../src/contract/live.ts';
import { hourName, logNames, readHour } from '../log/fix-log.ts';
import { parseLine } from '../log/log-line.ts';
import { FeedFailure, type Feed } from './feed.ts';

/** Of one log file, or of a folder of them; all feeds that were logged come as one. */
export function replayFeed(id: string, log: string): Feed {
  let files: Promise<readonly string[]> | undefined;
  let held: { file: string; lines: readonly TimedFixes[] } | undefined;
  const linesOf = async (file: string) => {
    if (held?.file !== file) held = { file, lines: await readLooks(file) };
    return held.lines;
  };
  return {
    id,
    read: async ({ now, cursor }) => {
      files ??= listLogs(log);
      // Nothing from before the first look comes: it would be a storm all at once.
      const since = cursor === null ? now - 1 : Number(cursor);
      const fixes: Fix[] = [];
      for (const file of await files) {
        if (isOutside(file, since, now)) continue;
        for (const line of await linesOf(file)) if (line.at > since && line.at <= now) fixes.push(...line.fixes);
      }
      return { fixes: fixes.map((fix) => ({ ...fix, source: id })), cursor: String(now) };
    },
  };
}

interface TimedFixes {
  readonly at: number;
  readonly fixes: readonly Fix[];
}

async function listLogs(log: string): Promise<readonly string[]> {
  const found = await stat(log).catch(() => undefined);
  if (found === undefined) throw new FeedFailure(`there is no log at ${log}`);
  return found.isDirectory() ? (await logNames(log)).map((name) => join(log, name)) : [log];
}

/** By the hour in its name, where it has one. */
function isOutside(file: string, since: number, now: number): boolean {
  const hour = /(\d{4}-\d\d-\d\dT\d\d)\.jsonl(?:\.gz)?$/.exec(file)?.[1];
  return hour !== undefined && (hour < hourName(since) || hour > hourName(now));
}

async function readLooks(file: string): Promise<TimedFixes[]> {
  const lines = (await readHour(file)).split('\n').map(parseLine);
  return lines.flatMap((line) => (line !== undefined && 'fixes' in line ? [line] : []));
}
