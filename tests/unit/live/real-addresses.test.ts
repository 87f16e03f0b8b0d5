/** The search over a real city's streets, as prepare-streets makes them: 500 of its own addresses, right and with one letter wrong. */

import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isSegment } from '../../../src/contract/streets.ts';
import { findRealData } from '../../support/real-data.ts';
import { drawSault, readSault, verdictOn, type Sault, type SaultAddress } from '../../support/sault-streets.ts';
import { searchOver, seeded, withOneLetterWrong, type MadeSearch } from './made-search.ts';

const data = findRealData('sault-ste-marie');
const random = seeded(33316);

let made: MadeSearch;
let sault: Sault;
let addresses: readonly SaultAddress[];

beforeAll(async () => {
  if (!data.present) return;
  sault = await readSault(data.folder);
  made = searchOver(sault.streets);
  process.stdout.write(`${sault.addresses.length} of ${sault.addressCount} addresses are on a street of the file\n`);
  addresses = drawSault(sault, 500, random);
});
beforeEach((context) => {
  if (!data.present) context.skip(data.reason);
});

/** What was typed, for each that is not among what was found on the block that holds its number. */
async function lost(typed: (address: SaultAddress) => string): Promise<string[]> {
  const segments = sault.streets.features.filter(isSegment);
  const missing: string[] = [];
  for (const address of addresses) {
    const text = typed(address);
    const found = (await made.search(text)).map(({ streets, blocks, holdsNumber }) => ({
      ...{ street: made.index.names[streets[0] ?? -1] ?? '', holdsNumber },
      segments: blocks.map(({ block: [index] }) => segments[index]!),
    }));
    if (verdictOn(found, address, sault) === 'lost') missing.push(`${text} (${address.street})`);
  }
  return missing;
}

describe('500 addresses of the real city', () => {
  test('each is found as the city writes it, on its own block', async () => {
    expect(await lost(({ number, street }) => `${number} ${street}`)).toEqual([]);
  });

  test('each is found with one letter wrong, on its own block', async () => {
    expect(await lost(({ number, street }) => `${number} ${withOneLetterWrong(street, random)}`)).toEqual([]);
  });
});
