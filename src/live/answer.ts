/** The answer to a search: what was asked, a sentence for each service of each block, the standard, and what is not known. */

import type { Wording } from '../i18n/words-from.ts';
import type { Found, FoundBlock } from './search-streets.ts';
import { idOf, type Level, type StreetIndex } from './street-files.ts';
import type { StreetStatus } from './read-status.ts';
import { sentencesOf } from './street-words.ts';

export interface Answer {
  readonly title: string;
  /** One for a street; one for each block of an address, which is nearly always one, and of a corner. */
  readonly parts: readonly { readonly title: string | null; readonly sentences: readonly string[] }[];
  readonly standards: readonly { readonly sentence: string; readonly level: Level }[];
  readonly streets: readonly { readonly name: string; readonly id: string }[];
}

export function answerOf(
  wording: Wording,
  index: StreetIndex,
  found: Found,
  status: StreetStatus | null,
  now: number,
): Answer {
  const nameOf = (street: number) => index.names[street] ?? '';
  const asked = (blocks: readonly FoundBlock[]) => blocks.map(({ block: [at, kind] }) => ({ index: at, class: kind }));
  const say = (blocks: readonly FoundBlock[]) =>
    status === null ? [] : sentencesOf(wording, status, asked(blocks), now);
  const first = nameOf(found.streets[0] ?? 0);
  const missing = found.holdsNumber
    ? []
    : [wording.text('live.no_number', { street: first, number: found.number ?? '' })];
  return {
    title: labelOf(wording, index, found),
    parts:
      found.kind === 'corner' || (found.kind === 'address' && found.holdsNumber)
        ? found.blocks.map((one) => ({ title: blockLabel(wording, index, one), sentences: say([one]) }))
        : [{ title: null, sentences: [...missing, ...say(found.blocks)] }],
    standards: standardsOf(wording, index.levels, new Set(found.blocks.map(({ block: [, kind] }) => kind))),
    streets: found.streets.map((street) => ({ name: nameOf(street), id: idOf(index, street) })),
  };
}

/** As it stands in the list of suggestions, and above the answer. */
export function labelOf(wording: Wording, { names }: StreetIndex, { kind, streets, number }: Found): string {
  const [first = '', second = ''] = streets.map((street) => names[street] ?? '');
  if (kind === 'corner') return wording.text('live.corner', { first, second });
  return number === null ? first : `${number} ${first}`;
}

function blockLabel(wording: Wording, { names }: StreetIndex, { street, block: [, , , from, to] }: FoundBlock): string {
  const ends = [from, to].map((corner) => corner.map((other) => names[other] ?? ''));
  return blockTitle(wording, names[street] ?? '', ends[0] ?? [], ends[1] ?? []);
}

/** “Queen Street East, between Bruce Street and Church Street”; a dead end has one corner. */
export function blockTitle(wording: Wording, street: string, from: readonly string[], to: readonly string[]): string {
  const [start = '', end = ''] = [from, to].map((names) => names.join(' / ')).filter((corner) => corner !== '');
  if (start === '') return street;
  if (end === '') return wording.text('live.block_from', { street, from: start });
  return wording.text('live.block_between', { street, from: start, to: end });
}

/** What council approved for the classes of the blocks. */
export function standardsOf(
  wording: Wording,
  levels: readonly Level[],
  classes: ReadonlySet<string>,
): Answer['standards'] {
  return levels
    .filter((level) => classes.has(level.class))
    .map((level) => ({
      level,
      sentence: wording.text(classes.size > 1 ? 'live.standard_of' : 'live.standard', {
        service: wording.text(`live.service.${level.service}`),
        class: wording.text(`live.class.${level.class}`),
        hours: wording.plural('live.hours', level.hours),
      }),
    }));
}
