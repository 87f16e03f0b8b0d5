/** The report of prepare-streets: which column was taken for what, what was written, what was left out and why. */

import type { Segment, StreetCollection } from '../../../src/contract/streets.ts';
import type { ColumnChoice } from './choose-columns.ts';
import { streetFields, type StreetField } from './column-names.ts';
import { leftOut, type LeftOut, type ReadPieces } from './read-pieces.ts';

export interface Prepared {
  readonly source: { readonly file: string; readonly rows: number; readonly projection: string };
  readonly file: string;
  readonly choice: ColumnChoice;
  readonly streets: StreetCollection;
  readonly left: readonly { readonly reason: LeftOut; readonly row: number }[];
  /** Places where a street ended on the middle of another, which was cut there. */
  readonly cuts: number;
  readonly doubts: Pick<ReadPieces, 'unknownClasses' | 'directionless'>;
}

export function describePrepared({ source, file, choice, streets, left, cuts, doubts }: Prepared): string[] {
  const segments = streets.features.filter((feature): feature is Segment => feature.geometry.type === 'LineString');
  const names = new Set(segments.map(({ properties }) => properties.name).filter((name) => name !== ''));
  const nodes = streets.features.length - segments.length;
  return [
    `${source.file}: ${count(source.rows)} rows, in ${source.projection}.`,
    '',
    ...describeColumns(choice),
    '',
    `Wrote ${file}: ${count(segments.length)} segments of ${count(names.size)} streets, ${count(nodes)} intersections.`,
    ...(cuts === 0 ? [] : [`Cut where another street ends on the middle of a segment: ${count(cuts)}.`]),
    ...describeLeft(left),
    ...describeDoubts(segments, doubts, choice),
  ];
}

function describeColumns({ columns, nearest }: ColumnChoice): string[] {
  const isAsked = (field: StreetField) => !field.startsWith('name') || columns[field] !== undefined;
  return streetFields.filter(isAsked).map((field) => {
    const column = columns[field];
    const guess = nearest[field] === undefined ? '' : `   (perhaps ${nearest[field]}: --fields ${field}=${nearest[field]})`; // prettier-ignore
    return `  ${field.padEnd(14)} ${column ?? `no column${guess}`}`;
  });
}

/** The first rows of each reason, so that they can be looked at. */
function describeLeft(left: Prepared['left']): string[] {
  if (left.length === 0) return ['Nothing was left out.'];
  const reasons = [...Map.groupBy(left, ({ reason }) => reason)];
  return [
    'Left out:',
    ...reasons.map(([reason, dropped]) => {
      const rows = dropped.slice(0, 5).map(({ row }) => row);
      const more = dropped.length > rows.length ? ' …' : '';
      return `  ${count(dropped.length).padStart(7)}  ${leftOut[reason]}   (row ${rows.join(', ')}${more})`;
    }),
  ];
}

function describeDoubts(segments: readonly Segment[], doubts: Prepared['doubts'], { columns }: ColumnChoice): string[] {
  const { unknownClasses, directionless } = doubts;
  const nameless = segments.filter(({ properties }) => properties.name === '').length;
  const classes = [...unknownClasses].map(([value, rows]) => `"${value}" (${count(rows)})`);
  const said = [
    nameless === 0 ? [] : [`Segments without a name: ${count(nameless)}. They are drawn and driven, but nobody can look for them.`],
    columns.class === undefined ? ['No column tells the class of road: every street is local.'] : [],
    classes.length === 0 ? [] : [`Classes that are not known count as local: ${classes.join(', ')}.`],
    directionless === 0 ? [] : [`One-way rows that do not say which way: ${count(directionless)}. The order of their points is taken.`],
  ].flat(); // prettier-ignore
  return said.length === 0 ? [] : ['To look at:', ...said.map((line) => `  ${line}`)];
}

function count(value: number): string {
  return value.toLocaleString('en-CA');
}
