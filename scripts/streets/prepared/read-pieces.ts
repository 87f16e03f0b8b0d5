/** Rows of an export read as pieces of street, and why others are left out. */

import type { StreetClass, TravelDirection } from '../../../src/contract/streets.ts';
import { snapMetres, type StreetPiece } from '../assemble-streets.ts';
import { isInside, laySheet, lineLength, middleOf, type Position, type Ring } from '../ground.ts';
import type { ChosenColumns } from './choose-columns.ts';
import { squash } from './column-names.ts';
import type { Projection } from './projections.ts';
import type { ExportedRow, Pair } from './read-export.ts';

/** Why a row is left out, as the report says it. */
export const leftOut = {
  'no geometry': 'without a line',
  'zero length': 'shorter than half a metre',
  elsewhere: 'of another municipality, by their own word',
  swapped: 'with latitude and longitude swapped',
  outside: 'outside the areas',
  duplicate: 'a second time the same piece of the same street',
} as const;
export type LeftOut = keyof typeof leftOut;

export interface CityOutline {
  /** The names of the city; a row that names another municipality is not the city's. */
  readonly names: readonly string[];
  /** The polygons of the areas that have one. */
  readonly polygons: readonly (readonly Ring[])[];
}

export interface ReadPiece {
  readonly piece: StreetPiece;
  /** The row of the file, from 1. */
  readonly row: number;
}

export interface ReadPieces {
  readonly pieces: readonly ReadPiece[];
  readonly dropped: readonly { readonly reason: LeftOut; readonly row: number }[];
  /** Values of the class column that no word of ours is in, with how many rows have them. */
  readonly unknownClasses: ReadonlyMap<string, number>;
  /** One-way rows whose column does not say which way. */
  readonly directionless: number;
}

export function readPieces(
  rows: readonly ExportedRow[],
  columns: ChosenColumns,
  projection: Projection,
  city: CityOutline,
): ReadPieces {
  const pieces: ReadPiece[] = [];
  const dropped: { reason: LeftOut; row: number }[] = [];
  const unknownClasses = new Map<string, number>();
  let directionless = 0;
  const isOurs = ownMunicipality(rows, columns, city.names);
  for (const [index, { cells, lines }] of rows.entries()) {
    const row = index + 1;
    const facts = readFacts(cells, columns);
    if (facts.unknownClass !== undefined)
      unknownClasses.set(facts.unknownClass, (unknownClasses.get(facts.unknownClass) ?? 0) + 1);
    if (facts.isDirectionless) directionless++;
    if (lines.length === 0) dropped.push({ reason: 'no geometry', row });
    for (const line of lines) {
      const placed = line.map(projection.toDegrees);
      const reason = isOurs(cells) ? whyNot(placed, city.polygons) : 'elsewhere';
      if (reason === undefined) pieces.push({ piece: { ...facts.piece, line: placed as Position[] }, row });
      else dropped.push({ reason, row });
    }
  }
  return { pieces, dropped, unknownClasses, directionless };
}

/** Where no row bears the city's name the column says something else, and is not asked. */
function ownMunicipality(
  rows: readonly ExportedRow[],
  { municipality }: ChosenColumns,
  names: readonly string[],
): (cells: ExportedRow['cells']) => boolean {
  if (municipality === undefined) return () => true;
  const own = new Set(names.map(squash));
  const isNamed = (cells: ExportedRow['cells']) => own.has(squash(textOf(cells[municipality])));
  return rows.some(({ cells }) => isNamed(cells)) ? isNamed : () => true;
}

function whyNot(line: readonly Pair[], polygons: CityOutline['polygons']): LeftOut | undefined {
  const sheet = laySheet(line[0]![1]);
  if (lineLength(line.map(sheet.toMetres)) < snapMetres) return 'zero length';
  const [x, y] = middleOf(line);
  const isWithin = (a: number, b: number) => polygons.some((rings) => isInside(rings, a, b));
  if (polygons.length === 0) return Math.abs(y) > 90 ? 'swapped' : undefined;
  if (isWithin(x, y)) return undefined;
  return isWithin(y, x) ? 'swapped' : 'outside';
}

interface Facts {
  readonly piece: Omit<StreetPiece, 'line'>;
  readonly unknownClass: string | undefined;
  readonly isDirectionless: boolean;
}

function readFacts(cells: ExportedRow['cells'], columns: ChosenColumns): Facts {
  const cell = (field: keyof ChosenColumns) => textOf(cells[columns[field] ?? '']);
  const parts = (['name_prefix', 'name_base', 'name_type', 'name_suffix'] as const).map(cell);
  const name = (columns.name === undefined ? parts.filter((part) => part !== '').join(' ') : cell('name')) || '';
  const found = readClass(cell('class'));
  const travel = readTravel(cell('travel'));
  const side = (from: number | null, to: number | null) => (from === null || to === null ? [null, null] : [from, to]);
  const [left_from, left_to] = side(readNumber(cell('left_from')), readNumber(cell('left_to')));
  const [right_from, right_to] = side(readNumber(cell('right_from')), readNumber(cell('right_to')));
  return {
    piece: {
      name: name.replace(/^[=+\-@\s]+/, '').replaceAll(/\s+/g, ' '),
      class: found ?? 'local',
      travel: travel === 'one way' ? 'forward' : travel,
      ...{ left_from: left_from!, left_to: left_to!, right_from: right_from!, right_to: right_to! },
    },
    unknownClass: found === undefined && cell('class') !== '' ? cell('class') : undefined,
    isDirectionless: travel === 'one way',
  };
}

/** A blank is no value, nor is the space that some systems write for it. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** 0 stands for "no houses". */
function readNumber(text: string): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : null;
}

const classWords: readonly (readonly [StreetClass, RegExp])[] = [
  ['highway', /highway|hwy|freeway|expressway|provincial|autoroute/],
  ['laneway', /lane|alley|ruelle/],
  ['path', /path|trail|walk|sentier|cycl|piste|pedestrian|pieton/],
  ['arterial', /arter|major|primary|principal/],
  ['collector', /collect|secondary|secondaire/],
  ['local', /local|resident|minor|tertiary|private|rural|service|ramp|unclassified/],
];

function readClass(text: string): StreetClass | undefined {
  return classWords.find(([, words]) => words.test(squash(text)))?.[0];
}

/** `FT` and `TF` are ESRI's from-to and to-from. */
function readTravel(text: string): TravelDirection | 'one way' {
  const word = squash(text);
  if (/^(ft|fromto|forward|positive|with|withdigitized|digitized|1)$/.test(word)) return 'forward';
  if (/^(tf|tofrom|backward|reverse|negative|against|againstdigitized)$/.test(word) || text === '-1') return 'backward';
  return /^(oneway|one|y|yes|true|sensunique|unique|oui)$/.test(word) ? 'one way' : 'both';
}
