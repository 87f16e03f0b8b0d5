/** The search finds a street, an address and a corner, however it is spelt, and reads little for it. */

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isSegment, type StreetCollection } from '../../../src/contract/streets.ts';
import { isOneEditApart } from '../../../src/live/match-street.ts';
import { readQuery } from '../../../src/live/read-query.ts';
import { holdsNumber, idOf } from '../../../src/live/street-files.ts';
import { streetKey } from '../../../src/live/street-key.ts';
import { addressesOf, searchOver, seeded, withOneLetterWrong } from './made-search.ts';

const demo = searchOver(JSON.parse(readFileSync('data/city/streets.geojson', 'utf8')));
const random = seeded(20260112);
const all = addressesOf(demo.streets);
const addresses = Array.from({ length: 500 }, () => all[Math.floor(random() * all.length)]!);

/** Those whose street is not among the suggestions, or whose number is not on one of its blocks. */
async function lost(typed: (address: (typeof addresses)[number]) => string): Promise<string[]> {
  const missing: string[] = [];
  for (const address of addresses) {
    const text = typed(address);
    const found = await demo.search(text);
    const isFound = found.some(
      ({ streets, number, holdsNumber: held }) =>
        demo.index.names[streets[0] ?? -1] === address.street && number === address.number && held,
    );
    if (!isFound) missing.push(`${text} (${address.street})`);
  }
  return missing;
}

describe('500 addresses of the demo city', () => {
  test('each is found as it is written', async () => {
    expect(await lost(({ number, street }) => `${number} ${street}`)).toEqual([]);
  });

  test('each is found with one letter wrong', async () => {
    expect(await lost(({ number, street }) => `${number} ${withOneLetterWrong(street, random)}`)).toEqual([]);
  });

  test('each is found without accents and capitals, with the short words of its signs', async () => {
    const short = (name: string) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/\bstreet\b/, 'st')
        .replace(/\bavenue\b/, 'ave')
        .replace(/\beast\b/, 'e')
        .replace(/\bsaint/, 'st');
    expect(await lost(({ number, street }) => `${number}, ${short(street)}`)).toEqual([]);
  });
});

test('a street that was asked for by its whole name comes first', async () => {
  for (const { name } of demo.streets) expect((await demo.namesFor(name))[0]).toBe(name);
});

test('a street is found while it is still being typed, with one slip already made', async () => {
  for (const typed of ['albe', 'albrt', 'albrt st', 'albrt street nor', 'Albert Street Nroth']) {
    expect(await demo.namesFor(typed), typed).toContain('Albert Street North');
  }
});

test('a corner is found in either order, by the words of either language', async () => {
  const street = demo.streets.find(({ blocks }) => blocks.some(({ from }) => from.length > 0))!;
  const other = street.blocks.flatMap(({ from }) => from)[0]!;
  const both = [`${street.name} + ${other}`, `${other} + ${street.name}`];
  for (const typed of [
    `${street.name} and ${other}`,
    `${other} & ${street.name}`,
    `angle ${street.name} et ${other}`,
    `corner of ${street.name} / ${other}`,
  ]) {
    expect(both, typed).toContain((await demo.namesFor(typed))[0]);
  }
  const [found] = await demo.search(`${street.name} and ${other}`);
  expect(found?.blocks.length).toBeGreaterThanOrEqual(2);
});

test('what no street is like finds nothing, and a number that no block holds says so', async () => {
  expect(await demo.search('zzyzx')).toEqual([]);
  const [first] = await demo.search(`99999 ${demo.streets[0]!.name}`);
  expect(first).toMatchObject({ holdsNumber: false, number: 99999 });
});

test('an address that two blocks claim is answered for both, as some cities have numbered them', async () => {
  const collection = JSON.parse(readFileSync('data/city/streets.geojson', 'utf8')) as StreetCollection;
  const [one, other] = collection.features
    .filter(isSegment)
    .filter(({ properties: p }) => p.name === 'Aberdeen Avenue');
  const { left_from, left_to, right_from, right_to } = one!.properties;
  Object.assign(other!.properties, { left_from, left_to, right_from, right_to });
  const [found] = await searchOver(collection).search(`${left_from} Aberdeen Avenue`);
  expect(found?.blocks).toHaveLength(2);
});

test('the list of names and each shard are a few kilobytes, and every block is in one', () => {
  const sizes = demo.files.all.map(({ text }) => brotliCompressSync(text).length);
  expect(Math.max(...sizes)).toBeLessThan(5000);
  const shards = demo.files.all.slice(1).map(({ text }) => JSON.parse(text) as unknown[][][]);
  const blocks = shards.flat(2).map((block) => block[0]);
  expect(new Set(blocks).size).toBe(demo.streets.flatMap((street) => street.blocks).length);
});

test('the address of a street’s page is its own id', () => {
  expect(demo.streets.map((_, place) => idOf(demo.index, place))).toEqual(demo.streets.map(({ id }) => id));
});

describe('names', () => {
  test.each([
    ['Queen St. E.', 'queen street e'],
    ['queen street east', 'queen street e'],
    ['rue Queen Est', 'queen street e'],
    ['St. John’s Ave', 'st johns avenue'],
    ['rue Saint-Jean', 'st jean street'],
    ['chemin de l’Église', 'eglise road'],
    ['The Avenue', 'avenue'],
    ['Boul. Sainte-Anne O.', 'st anne boulevard w'],
  ])('%s is %s', (name, full) => {
    expect(streetKey(name).full).toBe(full);
  });

  test.each([
    ['queen', 'queen', true],
    ['queen', 'quen', true],
    ['queen', 'queeen', true],
    ['queen', 'quene', true],
    ['queen', 'quern', true],
    ['queen', 'quirn', false],
    ['queen', 'qune', false],
    ['', 'a', true],
  ])('%s and %s are one slip apart: %s', (a, b, expected) => {
    expect(isOneEditApart(a, b)).toBe(expected);
    expect(isOneEditApart(b, a)).toBe(expected);
  });
});

describe('what was typed', () => {
  test.each([
    ['12 Queen St', 'address'],
    ['12B Queen St', 'address'],
    ['12-14, rue Queen', 'address'],
    ['Queen and Bruce', 'corner'],
    ['angle des rues Queen et Bruce', 'corner'],
    ['Queen', 'street'],
    ['4th Line', 'street'],
  ])('%s is read first as %s', (text, kind) => {
    expect(readQuery(text)[0]?.kind).toBe(kind);
  });

  test('a number that begins a name is read both ways', () => {
    expect(readQuery('4 Mile Road').map(({ kind }) => kind)).toEqual(['address', 'street']);
  });
});

test('a number is on the side of its parity', () => {
  const block = [0, 'local', [2, 20, 1, 19], [], []] as const;
  expect([1, 2, 12, 19, 20, 21].map((number) => holdsNumber(block, number))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(holdsNumber([0, 'local', [2, 20, 0, 0], [], []], 5)).toBe(false);
});
