/** The tables of streets: areas with their streets, an area's streets, a street's blocks; scripts put the times in. */

import type { Block, Street } from '../datasets/blocks-of-streets.ts';
import { hrefOf } from '../i18n/routes.ts';
import type { Wording } from '../i18n/words-from.ts';
import { writeBlocks } from '../live/block-list.ts';
import type { LiveArea } from './live-areas.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';

export function areasTable(wording: Wording, areas: readonly LiveArea[]): Table {
  const { text, language, format } = wording;
  return {
    caption: text('live.areas_caption'),
    columns: [
      textColumn(text('live.area_column')),
      textColumn(text('live.times_column')),
      numberColumn(text('live.streets_column')),
    ],
    rows: areas.map(({ id, name, streets }) => [
      { text: name, href: hrefOf({ page: 'live_area', area: id }, language) },
      {
        ...timesCell(
          wording,
          streets.flatMap(({ blocks }) => blocks),
        ),
        isArea: true,
      },
      format.count(streets.length),
    ]),
  };
}

export function areaStreetsTable(wording: Wording, { name, streets }: LiveArea): Table {
  const { text, language } = wording;
  const { compare } = new Intl.Collator(language);
  return {
    caption: text('live.area_title', { area: name }),
    columns: [text('live.street_column'), text('live.times_column'), text('live.class_column')].map(textColumn),
    rows: streets
      .toSorted((a, b) => compare(a.name, b.name))
      .map((street) => [
        { text: street.name, href: hrefOf({ page: 'live_street', street: street.id }, language) },
        timesCell(wording, street.blocks),
        classesText(wording, street),
      ]),
  };
}

/** The class stands at the block where the blocks differ in it; else above them all. */
export function blocksTable(wording: Wording, { name, blocks }: Street): Table {
  const { text } = wording;
  const isMixed = new Set(blocks.map((block) => block.class)).size > 1;
  const columns = ['live.block_column', 'live.times_column', 'live.numbers_column'] as const;
  return {
    caption: text('live.blocks_caption', { street: name }),
    columns: [...columns, ...(isMixed ? ['live.class_column' as const] : [])].map((key) => textColumn(text(key))),
    rows: blocks
      .toSorted((a, b) => firstNumber(a) - firstNumber(b))
      .map((block) => [
        blockCell(wording, block),
        timesCell(wording, [block]),
        numbersText(wording, block),
        ...(isMixed ? [text(`live.class.${block.class}`)] : []),
      ]),
  };
}

export function classesText(wording: Wording, { blocks }: Street): string {
  return [...new Set(blocks.map((block) => block.class))].map((kind) => wording.text(`live.class.${kind}`)).join(', ');
}

function timesCell(wording: Wording, blocks: readonly Block[]): Extract<TableCell, { blocks: unknown }> {
  return { blocks: writeBlocks(blocks), waiting: wording.text('live.times_none') };
}

function blockCell({ text }: Wording, { from, to }: Block): string {
  const [start, end] = [from, to].map((names) => names.join(' / ')).filter((names) => names !== '');
  if (start === undefined) return text('live.whole');
  return end === undefined ? text('live.from_one', { from: start }) : text('live.between', { from: start, to: end });
}

/** As one walks along the street; what has no numbers comes last. */
function firstNumber({ houses }: Block): number {
  return Math.min(...houses.map((house) => house || Number.MAX_SAFE_INTEGER));
}

function numbersText({ text }: Wording, { houses }: Block): string {
  const known = houses.filter((house) => house > 0);
  if (known.length === 0) return text('table.none');
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return low === high ? String(low) : `${low}–${high}`;
}
