/** `npm start`: the published site on this machine's own port, until Ctrl-C; a demonstration's with its storm. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hasDemoLane } from './live/demo-lane.ts';
import { startSiteServer } from './publish/site-server.ts';
import { runCommand } from './support/run-command.ts';

const serveCommand = {
  command: 'npm start',
  summary: 'Serves the published site of a data folder.',
  options: {
    data: { value: 'DIR', description: 'the data folder', default: 'data' },
    port: { value: 'PORT', description: 'the port to listen on', default: '4321', check: expectPort },
    'no-live': { description: 'without the storm of the demonstration' },
    host: { value: 'HOST', description: 'the address to listen on; 0.0.0.0 for every one', default: '127.0.0.1' },
  },
} as const;

function expectPort(text: string): string | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? undefined : 'a number from 0 to 65535';
}

/** In a process of its own: a lane that fails says why, and the site is served all the same. */
function startLane(data: string): ChildProcess {
  const program = fileURLToPath(new URL('live.ts', import.meta.url));
  return spawn(process.execPath, [program, '--data', data, '--demo'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

process.exitCode = await runCommand(
  serveCommand,
  process.argv.slice(2),
  async ({ data, port, host, 'no-live': isWithoutLane }) => {
    const server = await startSiteServer({ dataFolder: data, port: Number(port), host });
    process.stdout.write(`Serving ${data}/site on ${server.url}  (Ctrl-C ends it)\n`);
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    const lane = !isWithoutLane && (await hasDemoLane(data)) ? startLane(data) : undefined;
    await promise;
    lane?.kill();
    if (lane?.exitCode === null) await once(lane, 'exit');
    await server.close();
  },
  () => 'This server shows nothing now; a site published elsewhere is not touched.',
);
