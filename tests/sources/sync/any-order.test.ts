/** The same changes in any order, in any lots, twice or late: the same requests. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deletion } from '../../../scripts/sources/source.ts';
import { crmSource, makeSyncedCity, pageOf, type SyncedCity, type Version } from './synced-city.ts';

type Change = { readonly version: Version } | { readonly deletion: Deletion };

const start = Date.parse('2024-03-01T00:00:00Z');
const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();

/** What happens to five requests: opened, closed, moved targets, opened again, deleted; no two changes at one time. */
const histories = fc
  .uniqueArray(
    fc.record({
      hour: fc.integer({ min: 1, max: 2000 }),
      request: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom('open', 'close', 'close', 'delete'),
    }),
    { minLength: 1, maxLength: 14, selector: ({ hour }) => hour },
  )
  .map((changes) =>
    changes.map(({ hour, request, kind }): Change => {
      const id = `C-${request}`;
      if (kind === 'delete') return { deletion: { id, at: at(hour) } };
      const isClosed = kind === 'close';
      return {
        version: {
          id,
          requested_at: at(0),
          updated_at: at(hour),
          closed_at: isClosed ? at(hour) : null,
          due_at: at(hour + 100),
          status: isClosed ? 'Closed' : 'Open',
        },
      };
    }),
  );

/** Lots of changes, one for each night: every change in one of them at least. */
const deliveries = histories.chain((changes) =>
  fc
    .array(fc.shuffledSubarray(changes), { maxLength: 4 })
    .chain((some) =>
      fc.shuffledSubarray([...some, ...changes.map((change) => [change])], { minLength: some.length + changes.length }),
    )
    .map((lots) => ({ changes, lots })),
);

async function deliver(city: SyncedCity, lots: readonly (readonly Change[])[]): Promise<void> {
  for (const [night, lot] of lots.entries()) {
    const source = crmSource({
      async *changes() {
        for (const change of lot) {
          if ('version' in change) yield pageOf([change.version]);
          else yield pageOf([], { deletions: [change.deletion] });
        }
      },
    });
    await city.pull(source, new Date(start + (2100 + night * 24) * 3_600_000));
  }
}

const asOf = new Date(start + 2050 * 3_600_000);

test('any order, repetition and delay of the same changes gives the same requests', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ changes, lots }) => {
      const [straight, mixed] = [await makeSyncedCity(), await makeSyncedCity()];
      const seed: Change = { version: { id: 'C-9', requested_at: at(0), updated_at: at(0), status: 'Open' } };
      await deliver(straight, [[seed, ...changes.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))]]);
      await deliver(mixed, [[seed], ...lots]);
      expect(await mixed.requests(asOf)).toEqual(await straight.requests(asOf));
    }),
    { numRuns: 6 },
  );
});

const timeOf = (change: Change) => ('version' in change ? change.version.updated_at! : change.deletion.at);
