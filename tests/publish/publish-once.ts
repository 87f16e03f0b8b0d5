/**
 * Publishes what `releases/next` holds, in a process of its own that is killed with -9 just before its n-th change to
 * the disk. Exits 0 where it makes fewer changes than that.
 */

import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [dataFolder = '', id = '', killAt = '0'] = process.argv.slice(2);
const changes = ['link', 'mkdir', 'rename', 'rm', 'symlink', 'writeFile'] as const;
let made = 0;
for (const name of changes) {
  const change = fs[name] as (...args: unknown[]) => Promise<unknown>;
  const counted = (...args: unknown[]) => {
    made += 1;
    if (made === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return change(...args);
  };
  Object.assign(fs, { [name]: counted });
}
syncBuiltinESMExports();

const { publishNext } = await import('./publish-small-release.ts');
await publishNext(dataFolder, id);
