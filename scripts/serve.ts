/** `npm start`: the published site on this machine's own port, until Ctrl-C. */

import { startSiteServer } from './publish/site-server.ts';
import { dataOption } from './support/data-folders.ts';
import { runCommand } from './support/run-command.ts';

const serveCommand = {
  command: 'npm start',
  summary: 'Serves the published site of a data folder.',
  options: {
    data: dataOption('the data folder'),
    port: { value: 'PORT', description: 'the port to listen on', default: '4321', check: expectPort },
    host: { value: 'HOST', description: 'the address to listen on; 0.0.0.0 for every one', default: '127.0.0.1' },
  },
} as const;

function expectPort(text: string): string | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? undefined : 'a number from 0 to 65535';
}

process.exitCode = await runCommand(
  serveCommand,
  process.argv.slice(2),
  async ({ data, port, host }) => {
    const server = await startSiteServer({ dataFolder: data, port: Number(port), host });
    process.stdout.write(`Serving ${data}/site on ${server.url}  (Ctrl-C ends it)\n`);
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    await promise;
    await server.close();
  },
  () => 'This server shows nothing now; a site published elsewhere is not touched.',
);
