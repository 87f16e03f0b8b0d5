/** The matching of fixes to streets: how much of what is shown is true, beside simpler ways, and how fast it is. */

import type { Fix } from '../../../src/contract/live.ts';
import { openMatching } from '../../../scripts/live/matching/matching.ts';
import { type MatchingRules, matchingRules } from '../../../scripts/live/matching/rules.ts';
import { type Gate, gates } from './gates.ts';
import { edgesOf, meanScore, type Score, score } from './score.ts';
import { geofence, nearestStreet } from './simpler-ways.ts';
import { judgingSeeds, makeTown, stormOver, stormStart, type TownOfStreets, tuningSeeds } from './storms.ts';

const speedGate = [5000, 20_000] as const;
const cadences = [5, 10, 15, 30, 45, 60];

/** What each rule is worth: the same without it. */
const without: Readonly<Record<string, Partial<MatchingRules>>> = {
  'without the coverage rule': { coveredShare: 0, workingShare: 0.01 },
  'without the working rule': { workingShare: 0.01 },
  'without heading': { headingDegrees: 1e9 },
  'without two fixes of lag': { lagCount: 0 },
  'without the margin': { leastMargin: 0, leastMarginParallel: 0 },
  'sensors not outvoted': { smoothSeconds: 0 },
  'work between far fixes by halves': { joinSeconds: Infinity },
  'a parallel road like any other': { leastMarginParallel: 0.7 },
  'stops not left out': { standingMetres: 0 },
};

/** A way from fixes to edges that are shown as plowed. */
type Way = (town: TownOfStreets, fixes: readonly Fix[]) => Set<number>;

const ours =
  (rules: Partial<MatchingRules> = {}): Way =>
  (town, fixes) => {
    const matching = openMatching({ ...town, since: stormStart, rules: { ...matchingRules, ...rules } });
    matching.add(fixes);
    const passes = matching.passes(Infinity);
    return edgesOf(
      town.network,
      passes.filter(({ state }) => state === 'done'),
    );
  };

/** `--seeds tuning` for the seeds that anything may be chosen by. */
export function benchLive(seeds: 'judging' | 'tuning'): void {
  const towns = (seeds === 'judging' ? judgingSeeds : tuningSeeds).map((seed) => makeTown(seed));
  const lengths = towns.map(({ network }) => network.segmentIds.length);
  print(
    `live: ${towns.length} made-up towns of ${Math.min(...lengths)} to ${Math.max(...lengths)} segments (${seeds} seeds), 3 hours,`,
  );
  print('18 plows, 7 loaders, 9 sidewalk machines; shares of streets, mean of the towns\n');
  print(row(['', 'false done', 'recall', 'parallel', 'each way:', 'recall']));
  for (const cadence of cadences) {
    judge(`a fix each ${cadence} s`, measure(towns, cadence, ours()), gates[cadence]);
  }
  print('\nat 10 s');
  judge(
    'nearest street',
    measure(towns, 10, ({ network }, fixes) => nearestStreet(network, fixes)),
  );
  judge(
    '15 m around',
    measure(towns, 10, ({ network }, fixes) => geofence(network, fixes)),
  );
  judge(
    'the blade ignored',
    measure(towns, 10, (town, fixes) => ours()(town, fixes.map(lowerBlade))),
  );
  for (const [name, rules] of Object.entries(without)) judge(name, measure(towns, 10, ours(rules)));
  print('\nat 30 s');
  for (const [name, rules] of Object.entries(without)) judge(name, measure(towns, 30, ours(rules)));
  print('');
  timeMatching(towns[0] as TownOfStreets);
}

function measure(towns: readonly TownOfStreets[], cadence: number, way: Way): Score {
  return meanScore(
    towns.map((town) => {
      const { fixes, truth } = stormOver(town, cadence);
      return score(town.network, truth, way(town, fixes));
    }),
  );
}

function lowerBlade(fix: Fix): Fix {
  return { ...fix, work: { ...fix.work, blade: true } };
}

function judge(name: string, found: Score, gate?: Gate): void {
  const short = gate ? shortfalls(found, gate) : [];
  const shares = [found.falseDone, found.recall, found.falseDoneParallel].map(percent);
  const byDirection = [found.falseDoneByDirection, found.recallByDirection].map(percent);
  print(`${row([name, ...shares, ...byDirection])}   ${short.join('; ')}`.trimEnd());
}

function shortfalls(found: Score, gate: Gate): string[] {
  return (['falseDone', 'recall', 'falseDoneParallel'] as const).flatMap((name) => {
    const [must, aim] = gate[name] ?? [];
    if (must === undefined || aim === undefined) return [];
    const meets = (bound: number) => (name === 'recall' ? found[name] >= bound : found[name] <= bound);
    if (meets(aim)) return [];
    return [`falls short (${name}: ${meets(must) ? 'aim' : 'must'} ${percent(meets(must) ? aim : must).trim()})`];
  });
}

/** Read as a relay does: bit by bit, with the passes asked for each 15 seconds. */
function timeMatching(town: TownOfStreets): void {
  const { fixes } = stormOver(town, 10);
  // Of the processor, so that what else the machine does changes little; collecting garbage counts.
  const time = (run: () => void) => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const floor = Math.min(...[1, 2, 3].map(() => time(() => nearestStreet(town.network, fixes))));
  const whole = Math.min(...[1, 2, 3].map(() => time(() => ours()(town, fixes))));
  const relayed = time(() => relay(town, fixes));
  const rate = (seconds: number) => Math.round(fixes.length / seconds);
  const say = (name: string, seconds: number, note = '') =>
    print(`${name.padEnd(34)}${rate(seconds).toLocaleString('en-CA').padStart(9)} fixes a second${note}`);
  say('floor: the nearest street alone', floor);
  const short = rate(whole) < speedGate[1] ? `   falls short (aim ${speedGate[1]}, must ${speedGate[0]})` : '';
  say('all at once, one thread', whole, short);
  say('as received, published each 15 s', relayed);
}

function relay(town: TownOfStreets, fixes: readonly Fix[]): void {
  const matching = openMatching({ ...town, since: stormStart });
  let publishAt = stormStart;
  for (const fix of fixes) {
    for (; fix.receivedAt > publishAt; publishAt += 15_000) matching.passes(publishAt);
    matching.add([fix]);
  }
  matching.passes(Infinity);
}

function row([name = '', ...cells]: readonly string[]): string {
  return (name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join('')).trimEnd();
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
