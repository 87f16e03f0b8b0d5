/** `npm run bench`: figures beside a bare floor in the same run, and `falls short` beside each aim that is missed. */

import { parseArgs } from 'node:util';
import { benchLive } from './live/bench-live.ts';
import { benchRelay } from './live/bench-relay.ts';
import { benchSearch } from './live/bench-search.ts';
import { benchMeasures } from './measures/bench-measures.ts';
import { benchNight } from './night/bench-night.ts';
import { benchSync } from './sync/bench-sync.ts';

const defaultRows = '1000000,5000000,10000000';

type Bench = (rowCounts: readonly number[]) => Promise<void> | void;

const benches: Readonly<Record<string, Bench>> = {
  night: benchNight,
  measures: benchMeasures,
  live: () => benchLive(values.seeds === 'tuning' ? 'tuning' : 'judging'),
  relay: benchRelay,
  sync: () => benchSync(values.rows === defaultRows ? [] : rowCounts),
  search: benchSearch,
};

const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', default: defaultRows },
    /** `tuning`: the storms that rules may be chosen by; the others judge. */
    seeds: { type: 'string', default: 'judging' },
  },
  allowPositionals: true,
});
const rowCounts = values.rows.split(',').map(Number);
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const isUnderstood =
  names.every((name) => Object.hasOwn(benches, name)) && rowCounts.every((rows) => Number.isInteger(rows) && rows > 0);

if (isUnderstood) {
  for (const name of names) await benches[name]?.(rowCounts);
} else {
  process.stderr.write(
    `npm run bench -- [${Object.keys(benches).join('|')}] [--rows 1000000,5000000] [--seeds tuning]\n`,
  );
  process.exitCode = 2;
}
