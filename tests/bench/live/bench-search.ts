/** The search in a browser over a real city's streets: 500 of its addresses typed whole, right and with one letter wrong. */

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { isSegment } from '../../../src/contract/streets.ts';
import { launchChromium } from '../../support/chromium.ts';
import { findRealData } from '../../support/real-data.ts';
import { drawSault, readSault, verdictOn, type Sault, type SaultAddress } from '../../support/sault-streets.ts';
import { searchOver, seeded, withOneLetterWrong, type MadeSearch } from '../../unit/live/made-search.ts';

const ADDRESSES = 500;
const MUST_MS = 50;
/** The machine is shared: of so many times each, the middle one is the search's own. */
const TIMES = 3;
const root = resolve(import.meta.dirname, '..', '..', '..');
const host = 'http://search.test';

/** The search and its field, as the live page has them; the rest of that page has no part in it. */
const html = `<!doctype html><input id="street"><ul id="streets" role="listbox" hidden></ul><script type="module">
import { makeCombobox } from '/src/live/combobox.ts';
import { makeSearch } from '/src/live/search-streets.ts';
const read = async (address) => (await fetch(address)).json();
const index = await read('/index.json');
const shards = new Map();
const search = makeSearch(index, (address) => {
  if (!shards.has(address)) shards.set(address, read(address));
  return shards.get(address);
});
const input = document.querySelector('input');
let found = [];
let done = () => {};
makeCombobox(input, document.querySelector('ul'), {
  suggest: async (text) => (found = await search(text)),
  labelOf: ({ streets, number }) => [number, index.names[streets[0]]].join(' '),
  onChoose: () => {},
  onSuggested: () => done(),
});
input.focus();
window.ask = (text) => new Promise((shown) => {
  const startedAt = performance.now();
  done = () => shown({
    milliseconds: performance.now() - startedAt,
    found: found.map(({ streets, blocks, holdsNumber }) => (
      { street: index.names[streets[0]], holdsNumber, blocks: blocks.map(({ block }) => block[0]) }
    )),
  });
  input.value = text;
  input.dispatchEvent(new Event('input'));
});
</script>`;

interface Asked {
  readonly milliseconds: number;
  readonly found: readonly { street: string; holdsNumber: boolean; blocks: number[] }[];
}

export async function benchSearch(): Promise<void> {
  const data = findRealData('sault-ste-marie');
  if (!data.present) return print(`search    SKIPPED: ${data.reason}`);
  const sault = await readSault(data.folder);
  const made = searchOver(sault.streets);
  const random = seeded(33316);
  const addresses = drawSault(sault, ADDRESSES, random);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await serve(page, made);
    await page.goto(`${host}/`);
    await page.waitForFunction('window.ask !== undefined');
    const ways: readonly [string, (address: SaultAddress) => string][] = [
      ['as written', ({ number, street }) => `${number} ${street}`],
      ['one letter wrong', ({ number, street }) => `${number} ${withOneLetterWrong(street, random)}`],
    ];
    for (const [name, typed] of ways) await measure(name, page, sault, addresses, typed);
  } finally {
    await browser.close();
  }
}

async function measure(
  name: string,
  page: Page,
  sault: Sault,
  addresses: readonly SaultAddress[],
  typed: (address: SaultAddress) => string,
): Promise<void> {
  const segments = sault.streets.features.filter(isSegment);
  const ask = (text: string): Promise<Asked> =>
    page.evaluate((asked) => (window as unknown as { ask(text: string): Promise<Asked> }).ask(asked), text);
  const verdicts = new Map<string, number>();
  const [singles, medians]: [number[], number[]] = [[], []];
  let firstCount = 0;
  for (const address of addresses) {
    const text = typed(address);
    // The first time the shards are read.
    const { found } = await ask(text);
    const times: number[] = [];
    for (let time = 0; time < TIMES; time++) times.push((await ask(text)).milliseconds);
    singles.push(...times);
    medians.push(middleOf(times));
    const streets = found.map(({ blocks, ...one }) => ({ ...one, segments: blocks.map((index) => segments[index]!) }));
    if (found[0]?.street.toLowerCase() === address.street.toLowerCase()) firstCount += 1;
    const verdict = verdictOn(streets, address, sault);
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  }
  const longest = Math.max(...medians);
  const said = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ');
  print(`search    ${addresses.length} addresses ${name}: ${said}; its street first in ${firstCount}`);
  print(
    `          ${middleOf(medians).toFixed(1)} ms, the longest of the middle ones of ${TIMES} ${longest.toFixed(1)} ms, ` +
      `of all ${Math.max(...singles).toFixed(1)} ms${longest < MUST_MS ? '' : `   falls short (must ${MUST_MS})`}`,
  );
}

/** Modules as they are written, without their types, and the city's files, from memory. */
async function serve(page: Page, { files }: MadeSearch): Promise<void> {
  const json = new Map([
    ['/index.json', files.index.text],
    ...files.all.map(({ path, text }) => [`/${path}`, text] as const),
  ]);
  await page.route(`${host}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const text = json.get(pathname);
    if (text !== undefined) return route.fulfill({ contentType: 'application/json', body: text });
    if (!pathname.endsWith('.ts')) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    const module = stripTypeScriptTypes(await readFile(join(root, pathname), 'utf8'));
    return route.fulfill({ contentType: 'text/javascript', body: module });
  });
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
