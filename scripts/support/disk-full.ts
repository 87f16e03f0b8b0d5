/** A full disk, told as such wherever files are written. */

import { OperatorError } from './operator-error.ts';

interface FullDisk {
  readonly code: string;
  /** DuckDB, the bundler and the build's thread pass on only the words of the system's error. */
  readonly words: RegExp;
  readonly found: string;
  readonly first: (folder: string) => string;
}

const kinds: readonly FullDisk[] = [
  {
    code: 'ENOSPC',
    words: /no space left on device/i,
    found: 'no space left',
    first: (folder) => `Free some space (df -h ${folder})`,
  },
  {
    code: 'EDQUOT',
    words: /disk quota exceeded/i,
    found: 'the quota of this user is used up',
    first: (folder) => `Free some space in ${folder}, or have the quota raised (quota -s)`,
  },
  {
    code: 'EFBIG',
    words: /file too large/i,
    found: 'the largest size that a file may have here',
    first: () => 'Raise the limit of whoever runs the night (ulimit -f unlimited)',
  },
];

/** What is short of room, and the command to run when there is some. */
interface Needing {
  readonly room: string;
  readonly again: string;
}

const theNight: Needing = { room: 'room for one more release and the warehouse', again: 'npm run nightly' };
export const theLane: Needing = { room: 'room for the log of fixes and the live files', again: 'npm run live' };

/**
 * Runs what writes into `folder`; a full disk, quota or file-size limit becomes `DISK_FULL` (exit 5) and names the file
 * where the system does, any other error stays itself.
 */
export async function namingFullDisk<Result>(
  folder: string,
  write: () => Promise<Result>,
  { room, again }: Needing = theNight,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const full = error instanceof OperatorError ? undefined : fullDiskOf(error);
    if (full === undefined) throw error;
    throw new OperatorError('DISK_FULL', {
      exit: 'machine',
      message: 'The disk is full.',
      faults: [{ where: fileOf(error) ?? folder, found: full.found, expected: room }],
      remedy: `${full.first(folder)}, then: ${again}`,
      cause: error,
    });
  }
}

export function isDiskFull(error: unknown): boolean {
  return fullDiskOf(error) !== undefined;
}

function fullDiskOf(error: unknown): FullDisk | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  return kinds.find((kind) => kind.code === code || kind.words.test(error.message)) ?? fullDiskOf(error.cause);
}

/** The file that could not be written: a property of the system's error, or in the words of a program's. */
function fileOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Of a copy, `path` is what was read.
  const told = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  if (typeof told === 'string') return told;
  return /write (?:to )?file (?:in )?"?(\/[^"\n]+)/i.exec(error.message)?.[1] ?? fileOf(error.cause);
}
