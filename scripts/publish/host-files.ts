/** The site's headers in the words of other servers: nginx, Caddy, and hosts that read a file named `_headers`. */

import {
  cacheControl,
  contentTypes,
  hashedFolder,
  liveFolder,
  liveHashed,
  openDataFolder,
  securityHeaders,
} from './site-headers.ts';

export interface HostedSite {
  /** The link that each night moves, with its whole path. */
  readonly folder: string;
  /** What the live lane writes, on the same machine. */
  readonly live: string;
  /** `/` or `/performance/`: always with both strokes. */
  readonly basePath: string;
}

type Header = readonly [name: string, value: string];

const madeBy = '# Written by each night, from the headers of its own server: what is changed here is lost.';
const security: readonly Header[] = Object.entries(securityHeaders);
const readByAnyPage: Header = ['Access-Control-Allow-Origin', '*'];
const cached = (value: string): Header => ['Cache-Control', value];

/** For `include` inside a `server`. A location with one header of its own inherits none, so each says all of them. */
export function nginxFile({ folder, live, basePath }: HostedSite): string {
  const headers = (...more: readonly Header[]) =>
    [...security, ...more].map(([name, value]) => `add_header ${name} "${value}" always;`);
  const below = (path: string) => `${basePath}${path.slice(1)}`;
  const endings = contentTypes.filter(([ending]) => ending.startsWith('.'));
  const names = contentTypes.filter(([ending]) => ending.startsWith('/'));
  const types = [...new Set(contentTypes.map(([, type]) => type))];
  return [
    madeBy,
    ...(basePath === '/' ? [] : [`location = ${basePath.slice(0, -1)} { return 301 ${basePath}; }`]),
    ...block(`location ${basePath}`, [
      `alias "${folder}/";`,
      'index index.html;',
      'absolute_redirect off;',
      'gzip_vary on;',
      `error_page 404 ${basePath}404.html;`,
      'charset utf-8;',
      `charset_types ${types.filter(isText).map(withoutCharset).join(' ')};`,
      ...block(
        'types',
        endings.map(([ending, type]) => `${withoutCharset(type)} ${ending.slice(1)};`),
      ),
      ...headers(cached(cacheControl.other)),
      ...block(`location ${below(hashedFolder)}`, headers(cached(cacheControl.hashed))),
      ...block(`location ${below(openDataFolder)}`, [
        ...headers(cached(cacheControl.other), readByAnyPage),
        // What has no ending there has a name in the list.
        ...names.slice(0, 1).map(([, type]) => `default_type ${withoutCharset(type)};`),
      ]),
      ...block(`location ${below(liveFolder)}`, [
        `alias "${live}/";`,
        ...headers(cached(cacheControl.polled), readByAnyPage),
        ...liveHashed.flatMap((start) =>
          block(`location ${below(start)}`, [
            `alias "${live}/${start.slice(liveFolder.length)}";`,
            ...headers(cached(cacheControl.hashed), readByAnyPage),
          ]),
        ),
      ]),
    ]),
    '',
  ].join('\n');
}

/** For `import` inside a site. */
export function caddyFile({ folder, live, basePath }: HostedSite): string {
  const header = ([name, value]: Header, matcher = '') => `header ${matcher}${name} "${value}"`;
  const isAt = (name: string, path: string) => `@${name} path ${path}`;
  const lines = [
    `root * "${folder}"`,
    ...[...security, cached(cacheControl.other)].map((one) => header(one)),
    isAt('hashed', `${hashedFolder}*`),
    header(cached(cacheControl.hashed), '@hashed '),
    isAt('data', `${openDataFolder}*`),
    header(readByAnyPage, '@data '),
    ...contentTypes.flatMap(([ending, type], index) => [
      isAt(`type${index}`, `*${ending}`),
      header(['Content-Type', type], `@type${index} `),
    ]),
    isAt('live', `${liveFolder}*`),
    header(readByAnyPage, '@live '),
    header(cached(cacheControl.polled), '@live '),
    `@kept path ${liveHashed.map((start) => `${start}*`).join(' ')}`,
    header(cached(cacheControl.hashed), '@kept '),
    '@writing not method GET HEAD',
    'respond @writing 405',
    ...block(`handle_path ${liveFolder}*`, [`root * "${live}"`, ...block('file_server', ['precompressed br'])]),
    '@missing not file {path} {path}/index.html',
    ...block('handle @missing', [
      header(['Content-Type', 'text/html; charset=utf-8']),
      'rewrite * /404.html',
      ...block('file_server', ['status 404']),
    ]),
    ...block('handle', block('file_server', ['precompressed br'])),
  ];
  return [
    madeBy,
    ...(basePath === '/' ? [] : [`redir ${basePath.slice(0, -1)} ${basePath} 301`]),
    // Caddy sorts what stands in a block by its own rules, but for what stands in a route.
    ...block(`handle_path ${basePath}*`, block('route', lines)),
    '',
  ].join('\n');
}

/** For Pages-like hosts, at the root of what they publish. They join what two rules say of one header, so none does. */
export function headersFile({ basePath }: Pick<HostedSite, 'basePath'>): string {
  const rule = (path: string, headers: readonly Header[]) => [
    `${basePath}${path}`,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ];
  return [
    madeBy,
    ...rule('*', security),
    ...rule(`${hashedFolder.slice(1)}*`, [cached(cacheControl.hashed)]),
    ...rule(`${openDataFolder.slice(1)}*`, [readByAnyPage]),
    '',
  ].join('\n');
}

/** nginx compresses by the type alone, and adds the encoding itself. */
const withoutCharset = (type: string) => type.replace('; charset=utf-8', '');
const isText = (type: string) => type.endsWith('; charset=utf-8');

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}
