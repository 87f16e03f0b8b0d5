/** Tells a process that still runs from one that has died, and from a later one that was given its pid. */

import { readFile } from 'node:fs/promises';

/** Boot and clock tick at which a process started; null where the system does not say, or it is gone. */
export async function readProcessStart(pid: number): Promise<string | null> {
  return (await readProcess(pid))?.started ?? null;
}

/** Whether the process that had `pid` and started at `started` (null: not known) still runs. */
export async function isSameProcess(pid: number, started: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other refusal (EPERM) is about another user's process, which is alive.
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const found = await readProcess(pid);
  if (found === undefined || started === null) return true;
  return !found.isDead && found.started === started;
}

/** From proc(5), on Linux: fields 3 (state) and 22 (start) of stat. */
async function readProcess(pid: number): Promise<{ started: string; isDead: boolean } | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The command's name, in brackets, may itself hold blanks and brackets; field 3 follows the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Z: dead, but its parent has not noticed; where the night's parent is a container's first process, it never may.
    return { started: `${boot.trim()}:${fields[22 - 3]}`, isDead: fields[0] === 'Z' || fields[0] === 'X' };
  } catch {
    return undefined;
  }
}

/** Signal 0 asks only whether a process of that pid is there; another's may have taken the number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
