/** What must hold of the figures of any requests, whatever they are. */

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { readRows } from '../../scripts/warehouse/read-rows.ts';
import { cellOf, differences } from './compare-figures.ts';
import { readModels } from './model-case.ts';
import { cityClock, DAY } from './oracle/city-clock.ts';
import { type Delivered, type Delivery, eightMonths } from './oracle/deliveries.ts';
import type { Figure } from './oracle/figures.ts';
import { runChain } from './run-chain.ts';
import { modelShapes } from './table-shapes.ts';

const seed = Number(process.env['PLAINVIEW_SEED'] ?? Date.now() % 1_000_000);
const runs = Number(process.env['PLAINVIEW_RUNS'] ?? 3);
const models = await readModels();
const { connection, close } = await openWarehouse({ file: ':memory:' });
afterAll(() => close());

// The whole chain of models takes seconds where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const figuresOf = (delivery: Delivery) => runChain(connection, models, delivery);

async function holds<Input>(inputs: fc.Arbitrary<Input>, property: (input: Input) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(inputs, property), { seed, numRuns: runs, endOnFailure: true });
}

/** One record a request, so that no two of them compete. */
function onceEach({ records, ...delivery }: Delivery): Delivery {
  return { ...delivery, records: [...new Map(records.map((record) => [record.id, record])).values()] };
}

test(`the order in which records are delivered changes nothing (seed ${seed})`, () =>
  holds(fc.tuple(eightMonths.map(onceEach), fc.integer()), async ([delivery, by]) => {
    const shuffled = delivery.records.toSorted((a, b) => hash(a.id, by) - hash(b.id, by));
    const inOrder = await figuresOf(delivery);
    expect(differences(await figuresOf({ ...delivery, records: shuffled }), inOrder)).toEqual([]);
  }));

test(`the cells of each slice sum to the city, and no count exceeds its denominator (seed ${seed})`, () =>
  holds(eightMonths, async (delivery) => {
    const figures = (await figuresOf(delivery)).filter(({ basis }) => basis === 'published');
    const ofRequests = figures.filter(({ measure_id }) => measure_id !== 'requests_per_1000_residents');
    expect(ofRequests.filter(({ numerator, denominator }) => numerator! > denominator!)).toEqual([]);
    for (const of of ['numerator', 'denominator'] as const) {
      const sum = (isPart: (figure: Figure) => boolean) => sumByCell(figures.filter(isPart), of);
      const city = sum((figure) => sliceOf(figure) === '');
      expect(city.size).toBeGreaterThan(10);
      const slices = new Set(figures.map(sliceOf));
      expect(slices.size).toBe(9);
      for (const slice of slices) {
        expect(
          sum((figure) => sliceOf(figure) === slice),
          slice,
        ).toEqual(new Map([...city].filter(([cell]) => isCut(cell, slice))));
      }
    }
  }));

test(`what became of them sums to the requests received, in every cell (seed ${seed})`, () =>
  holds(eightMonths, async (delivery) => {
    const figures = (await figuresOf(delivery)).filter(({ basis }) => basis === 'published');
    const inCell = (figure: Figure) => cellOf({ ...figure, measure_id: '' });
    const received = new Map(
      figures
        .filter(({ measure_id, period_type }) => measure_id === 'requests_received' && period_type !== 'day')
        .filter(({ channel, kind }) => channel === 'all' && kind === 'all')
        .map((one) => [inCell(one), one.numerator]),
    );
    const became = new Map<string, number>();
    for (const one of figures.filter(({ measure_id }) => measure_id.startsWith('outcome_'))) {
      became.set(inCell(one), (became.get(inCell(one)) ?? 0) + one.numerator!);
    }
    expect(became.size).toBeGreaterThan(100);
    expect(became).toEqual(received);
  }));

test(`the open requests of each age sum to the open requests, in every cell (seed ${seed})`, () =>
  holds(eightMonths, async (delivery) => {
    const figures = (await figuresOf(delivery)).filter(({ measure_id }) => measure_id.startsWith('open_'));
    const sums = (isPart: (figure: Figure) => boolean) => {
      const found = new Map<string, number>();
      for (const one of figures.filter(isPart)) {
        const cell = cellOf({ ...one, measure_id: '' });
        found.set(cell, (found.get(cell) ?? 0) + one.numerator!);
      }
      return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    };
    const open = sums(({ measure_id }) => measure_id === 'open_requests');
    expect(open.size).toBeGreaterThan(100);
    expect(sums(({ measure_id }) => measure_id !== 'open_requests')).toEqual(open);
  }));

test(`a survival curve never rises above 1 or where it was, and lies within its limits (seed ${seed})`, () =>
  holds(eightMonths, async (delivery) => {
    await figuresOf(delivery);
    const steps = await readRows(
      connection,
      `select *, lag(survival, 1, 1.0) over (partition by cell_id, period_id order by days) as before
       from survival_curves`,
    );
    expect(steps.length).toBeGreaterThan(100);
    const wrong = steps.filter((step) => {
      const [survival, before] = [Number(step.survival), Number(step.before)];
      const [lower, upper] = [Number(step.survival_lower ?? survival), Number(step.survival_upper ?? survival)];
      return survival > before + 1e-12 || survival < 0 || lower > survival || survival > upper;
    });
    expect(wrong).toEqual([]);
  }));

test(`a later night leaves every final figure as it is, where no record was changed (seed ${seed})`, () =>
  holds(fc.tuple(eightMonths.map(onceEach), fc.integer({ min: 1, max: 70 })), async ([delivery, days]) => {
    const clock = cityClock(delivery.zone);
    const asOf = clock.startOfDay(clock.localDay(delivery.asOf));
    const later = clock.startOfDay(clock.localDay(asOf + days * DAY + DAY / 2));
    const unchanging = { ...delivery, asOf, records: delivery.records.filter((record) => isUnchanging(record)) };
    const before = await figuresOf(unchanging);
    const after = await figuresOf({ ...unchanging, asOf: later });
    const final = before.filter(
      ({ status, period_type, area_id }) =>
        // Tier B's areas of the first year depend on that year's counts; the last twelve months move on.
        status === 'final' && period_type !== 'last_12_months' && area_id === 'all',
    );
    expect(final.length).toBeGreaterThan(50);
    const cells = new Set(final.map(cellOf));
    expect(
      differences(
        after.filter((figure) => cells.has(cellOf(figure))),
        final,
      ),
    ).toEqual([]);
  }));

test(`the time zone of the machine changes no figure (seed ${seed})`, () => {
  const print = (zone: string) =>
    execFileSync(process.execPath, [fileURLToPath(new URL('./print-figures.ts', import.meta.url)), String(seed)], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      maxBuffer: 1e8,
    }).split('\n');
  const [inUtc, inStJohns] = [print('UTC'), print('America/St_Johns')];
  expect(inStJohns[0], 'the machine’s zone is another').not.toBe(inUtc[0]);
  expect(inStJohns.slice(1)).toEqual(inUtc.slice(1));
  expect(inUtc.length).toBeGreaterThan(100);
});

test('the columns that the cases give a model’s table are those of the model', async () => {
  const [delivery] = fc.sample(eightMonths, { numRuns: 1, seed });
  await figuresOf(delivery!);
  for (const [table, shape] of Object.entries(modelShapes)) {
    const rows = await readRows(
      connection,
      `select column_name, data_type from information_schema.columns where table_name = '${table}'`,
    );
    const made = new Map(rows.map(({ column_name, data_type }) => [column_name, data_type]));
    const unlike = Object.entries(shape).filter(([column, type]) => made.get(column) !== typeNames[type]);
    expect(unlike, table).toEqual([]);
  }
});

const typeNames: Readonly<Record<string, string>> = {
  varchar: 'VARCHAR',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
  date: 'DATE',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  double: 'DOUBLE',
};

/**
 * Closed as out of scope, or as what no list names, is a record changed. One due, or first closed, before it was made, a
 * fault of the CRM's, comes late into a month that was over.
 */
function isUnchanging({ status, due, firstClosed, requested }: Delivered): boolean {
  const isFaulty = [due, firstClosed].some((told) => told !== null && told.at < requested.at);
  return ['open', 'fulfilled', 'no_action', 'handed_on'].includes(status) && !isFaulty;
}

/** The dimensions that its cell is cut by. */
function sliceOf(figure: Figure): string {
  const dimensions = ['service_code', 'service_group', 'department', 'area_id', 'channel', 'kind'] as const;
  return dimensions.filter((name) => figure[name] !== 'all').join(' × ');
}

/** Days are told of the city and its services, channels and kinds of what was received alone. */
function isCut(cell: string, slice: string): boolean {
  const isByWay = slice === 'channel' || slice === 'kind';
  if (cell.includes(' day ')) return slice === '' || slice === 'service_code';
  return !isByWay || cell.startsWith('requests_received');
}

function sumByCell(figures: readonly Figure[], of: 'numerator' | 'denominator'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const figure of figures) {
    if (!/^(?:requests_received|overdue_requests|open_.*)$/.test(figure.measure_id)) continue;
    // A slice without an overdue request, or one of an age, has no row, so its open ones cannot be summed from there.
    if (/^(?:overdue_|open_.*_days$)/.test(figure.measure_id) && of === 'denominator') continue;
    const cell = [figure.measure_id, figure.period_type, figure.period_start].join(' ');
    sums.set(cell, (sums.get(cell) ?? 0) + (figure[of] ?? 0));
  }
  return new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function hash(id: string, by: number): number {
  let hashed = by;
  for (const character of id) hashed = (Math.imul(hashed, 31) + character.charCodeAt(0)) | 0;
  return Math.imul(hashed ^ (hashed >>> 15), 0x2c1b3c6d);
}
