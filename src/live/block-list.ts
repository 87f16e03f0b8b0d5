/** A list of blocks as an attribute of a page: `12-15l 20c` is the blocks 12 to 15 of local streets, and 20 of a collector. */

import type { StreetClass } from '../contract/streets.ts';
import type { AskedBlock } from './read-status.ts';

const letters: Readonly<Record<StreetClass, string>> = {
  highway: 'h',
  arterial: 'a',
  collector: 'c',
  local: 'l',
  laneway: 'n',
  path: 'p',
};

const classOf = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as StreetClass]));

export function writeBlocks(blocks: readonly AskedBlock[]): string {
  const runs: { from: number; to: number; class: StreetClass }[] = [];
  for (const { index, class: kind } of blocks.toSorted((a, b) => a.index - b.index)) {
    const last = runs.at(-1);
    if (last && last.to + 1 === index && last.class === kind) last.to = index;
    else runs.push({ from: index, to: index, class: kind });
  }
  return runs.map(({ from, to, class: kind }) => `${from}${from === to ? '' : `-${to}`}${letters[kind]}`).join(' ');
}

export function readBlocks(text: string): AskedBlock[] {
  return text.split(' ').flatMap((run) => {
    const [, first, last, letter] = /^(\d+)(?:-(\d+))?([a-z])$/.exec(run) ?? [];
    const kind = classOf.get(letter ?? '');
    if (first === undefined || kind === undefined) return [];
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: to - from + 1 }, (_, step) => ({ index: from + step, class: kind }));
  });
}
