/** A name for each street: no two alike, some alike but for their type, or for the side of town they are on. */

import { seededRandom, type Random } from '../../support/random.ts';
import type { NameKind } from './plan.ts';
import type { Piece } from './split-lines.ts';
import { commonWords, frenchWords, streetTypes, throughWords } from './street-words.ts';

/** A through road that reaches this far to both sides of the middle bears the side in its name, metres. */
const longWay = 1200;
const frenchShare = 0.16;

export function nameStreets(seed: number, pieces: readonly Piece[]): Map<Piece, string> {
  const namer = makeNamer(seededRandom(seed, 'names'));
  const names = new Map<Piece, string>();
  const streets = [...Map.groupBy(pieces, ({ line }) => line.street)].sort(nearMiddleFirst);
  const through = new Map<string, string>();
  for (const [street, parts] of streets) {
    const { kind } = parts[0]!.line;
    const name = kind === 'service' ? '' : namer(kind, Number(street.slice(1)));
    if (kind === 'through') through.set(street, name);
    const sides = kind === 'through' && reachesBothWays(parts) ? sidesOf(street) : undefined;
    for (const piece of parts) names.set(piece, sides ? `${name} ${sides[piece.at >= 0 ? 1 : 0]}` : name);
  }
  for (const [street, parts] of streets) {
    if (parts[0]!.line.kind !== 'service') continue;
    const beside = through.get(`v${Number(street.slice('service-v'.length)) / 800}`);
    for (const piece of parts) names.set(piece, beside ? `${beside} Service Road` : '');
  }
  return names;
}

function makeNamer(random: Random): (kind: NameKind, line: number) => string {
  const through = [...throughWords];
  const words = { english: makeDeck(random, commonWords), french: makeDeck(random, frenchWords) };
  const taken = new Set<string>();
  const typed = (kind: keyof typeof streetTypes): string => {
    const isFrench = random() < frenchShare;
    const types = streetTypes[kind][isFrench ? 'french' : 'english'];
    const type = types[Math.floor(random() * types.length)]!;
    const word = words[isFrench ? 'french' : 'english']();
    return isFrench ? `${type} ${word}` : `${word} ${type}`;
  };
  const unlike = (draw: () => string): string => {
    let name = draw();
    // A large town has more courts than there are words: then "Maple Court 2".
    for (let tries = 1; taken.has(name); tries++) name = tries < 200 ? draw() : `${draw()} ${tries - 198}`;
    taken.add(name);
    return name;
  };
  return (kind, line) => {
    if (kind === 'through') return through.shift() ?? unlike(() => typed('drive'));
    if (kind === 'concession') return `Concession Road ${line > 0 ? line : `${-line} South`}`;
    if (kind === 'sideroad') return `Sideroad ${5 * Math.abs(line)} ${line > 0 ? 'East' : 'West'}`;
    if (kind === 'highway') return 'Highway 681';
    if (kind === 'lane') return random() < 0.5 ? '' : unlike(() => `${words.english()} Lane`);
    if (kind === 'path') return unlike(() => `${words.english()} Trail`);
    return kind === 'service' ? '' : unlike(() => typed(kind));
  };
}

/** The words in turn, from the first on; now and then one that was drawn a moment ago, which makes a pair. */
function makeDeck(random: Random, words: readonly string[]): () => string {
  let next = 0;
  return () => {
    if (next > 0 && random() < 0.12) return words[(next - 1) % words.length]!;
    return words[next++ % words.length]!;
  };
}

function reachesBothWays(parts: readonly Piece[]): boolean {
  const places = parts.map(({ at }) => at);
  return Math.min(...places) < -longWay && Math.max(...places) > longWay;
}

function sidesOf(street: string): readonly [string, string] {
  return street.startsWith('v') ? ['West', 'East'] : ['South', 'North'];
}

function nearMiddleFirst([one, ones]: [string, Piece[]], [other, others]: [string, Piece[]]): number {
  return nearest(ones) - nearest(others) || (one < other ? -1 : 1);
}

function nearest(parts: readonly Piece[]): number {
  return Math.min(...parts.map(({ points }) => Math.hypot(...points[0]!)));
}
