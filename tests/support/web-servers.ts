/** nginx and Caddy with the recipes of this project, on a port of loopback. */

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { readProjectFile } from '../house/project-files.ts';
import { findOrUnpack, findPackageFile, type FoundProgram, type Program } from './debian-programs.ts';

export const webServers = ['nginx', 'caddy'] as const;
export type WebServer = (typeof webServers)[number];

const programs: Readonly<Record<WebServer, Program>> = {
  nginx: { name: 'nginx', versionArgs: ['-v'], packages: ['nginx', 'libnginx-mod-http-brotli-static'] },
  caddy: { name: 'caddy', versionArgs: ['version'], packages: ['caddy'] },
};
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export function findWebServer(name: WebServer): FoundProgram {
  const program = findOrUnpack(programs[name]);
  if (name !== 'nginx' || !program.found || findPackageFile(brotliModule) !== undefined) return program;
  return { found: false, reason: `nginx lacks its module ${brotliModule}` };
}

export interface RunningServer {
  /** Without a final stroke. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the data folders side by side, by the recipe with its names put in; `folder` is for the server's own files. */
export async function startWebServer(
  name: WebServer,
  dataFolders: readonly [string, ...string[]],
  folder: string,
): Promise<RunningServer> {
  const program = findWebServer(name);
  if (!program.found) throw new Error(program.reason);
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const args = name === 'nginx' ? nginxArgs(dataFolders, folder, port) : caddyArgs(dataFolders, folder, port);
  const server = spawn(program.path, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(url)); tries++) {
    if (server.exitCode !== null || tries === 200) throw new Error(`${name} does not answer.\n${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    close: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

/** The line for a second city is a comment in the recipe. */
function recipe(file: string, dataFolders: readonly [string, ...string[]]): string {
  const [first, second] = dataFolders;
  const text = readProjectFile(`.github/recipes/${file}`);
  const both = second === undefined ? text : text.replace(/^(\s*)# (.*)\/srv\/plainview-two\//m, `$1$2${second}/`);
  return both.replaceAll('/srv/plainview/', `${first}/`);
}

function nginxArgs(dataFolders: readonly [string, ...string[]], folder: string, port: number): string[] {
  const site = recipe('nginx.conf', dataFolders).replace('listen 80;', `listen 127.0.0.1:${port};`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/${one};`);
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${user} daemon off; pid ${folder}/pid; load_module ${findPackageFile(brotliModule)}; error_log stderr;
    events {} http { access_log off; ${own.join(' ')}\n${site}\n}`,
  );
  return ['-p', folder, '-e', 'stderr', '-c', file];
}

function caddyArgs(dataFolders: readonly [string, ...string[]], folder: string, port: number): string[] {
  const site = recipe('Caddyfile', dataFolders).replace(/^performance\.example\.ca/m, `http://127.0.0.1:${port}`);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n}\n${site}`);
  return ['run', '--config', file, '--adapter', 'caddyfile'];
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = z.object({ port: z.number() }).parse(server.address());
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
