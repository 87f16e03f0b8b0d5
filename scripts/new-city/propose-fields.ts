/** Proposes which column of an export is which field: by its name, and by what it looks like. */

import { type RawField, rawFields } from '../../src/contract/sources.ts';
import type { ColumnLook } from '../warehouse/look-at-file.ts';
import { columnWords, fieldWords, isPrivateName, timeWords } from './field-words.ts';

/** `sure`: the name says so; `likely`: a part of the name; `guess`: only what the column looks like; `told`: a person. */
export type Confidence = 'sure' | 'likely' | 'guess' | 'told';

export interface ProposedField {
  readonly field: RawField;
  readonly column: string;
  readonly confidence: Confidence;
  /** Other columns that would do. */
  readonly alternatives: readonly string[];
}

export interface Proposal {
  readonly fields: readonly ProposedField[];
  /** Columns whose name says a field, but whose content does not. */
  readonly refused: readonly { readonly column: string; readonly field: RawField; readonly why: string }[];
}

const timeFields: readonly RawField[] = [
  'requested_at',
  'closed_at',
  'first_closed_at',
  'first_reopened_at',
  'due_at',
  'updated_at',
];
export const isTimeField = (field: RawField): boolean => timeFields.includes(field);

/** The most different values that a list of the city can sensibly have. */
const mostValues: Partial<Record<RawField, number>> = {
  status: 50,
  closure: 150,
  service: 2000,
  department: 400,
  channel: 60,
  area: 400,
};

interface Candidate {
  readonly field: RawField;
  readonly column: string;
  readonly confidence: Confidence;
  readonly score: number;
}

export function proposeFields(looks: readonly ColumnLook[]): Proposal {
  const named = rawFields.flatMap((field) => looks.flatMap((look) => byName(field, look)));
  const why = (candidate: Candidate) => whyNot(candidate.field, lookOf(looks, candidate.column));
  const fitting = [
    ...named.filter((candidate) => why(candidate) === undefined),
    ...looks.flatMap((look) => byContent(look)),
  ].sort((one, other) => other.score - one.score);
  const taken = new Map<RawField, Candidate>();
  const used = new Set<string>();
  for (const candidate of fitting) {
    if (taken.has(candidate.field) || used.has(candidate.column)) continue;
    taken.set(candidate.field, candidate);
    used.add(candidate.column);
  }
  return {
    fields: rawFields.flatMap((field) => {
      const found = taken.get(field);
      if (!found) return [];
      const others = fitting.filter((other) => other.field === field && !used.has(other.column) && other.score > 0);
      const alternatives = [...new Set(others.map(({ column }) => column))];
      return [{ field, column: found.column, confidence: found.confidence, alternatives }];
    }),
    refused: named
      .filter(({ field, column, confidence }) => confidence === 'sure' && !taken.has(field) && !used.has(column))
      .flatMap((candidate) => {
        const reason = why(candidate);
        return reason === undefined ? [] : [{ column: candidate.column, field: candidate.field, why: reason }];
      }),
  };
}

function lookOf(looks: readonly ColumnLook[], column: string): ColumnLook {
  return looks.find((look) => look.column === column) as ColumnLook;
}

/** A whole name before a part of one; of the whole names, the earlier in the list. */
function byName(field: RawField, { column }: Pick<ColumnLook, 'column'>): Candidate[] {
  const words = isTimeField(field) ? timeWords(column) : columnWords(column);
  const names = fieldWords[field];
  const place = names.indexOf(words.join(' '));
  if (place >= 0) return [{ field, column, confidence: 'sure', score: 200 - place }];
  if (isPrivateName(column)) return [];
  const part = names.findIndex((name) => name.length > 2 && name.split(' ').every((word) => words.includes(word)));
  return part < 0 ? [] : [{ field, column, confidence: 'likely', score: 100 - part - words.length }];
}

/** How surely a column is the field by its name alone; undefined where the name says nothing of it. */
export function nameSays(field: RawField, column: string): Confidence | undefined {
  return byName(field, { column })[0]?.confidence;
}

/** Where no name tells: the usual words of a status or a channel, and an id that no two records share. */
function byContent(look: ColumnLook): Candidate[] {
  const { column, valueCount, recordCount, distinctCount, statusWordCount, channelWordCount, meanLength } = look;
  if (isPrivateName(column) && channelWordCount < valueCount) return [];
  const guess = (field: RawField): Candidate[] => [{ field, column, confidence: 'guess', score: 10 }];
  if (valueCount > 0 && statusWordCount >= 0.8 * valueCount && !whyNot('status', look)) return guess('status');
  if (valueCount > 0 && channelWordCount >= 0.5 * valueCount && !whyNot('channel', look)) return guess('channel');
  const isWhole = valueCount === recordCount && distinctCount === recordCount;
  if (isWhole && recordCount >= 100 && meanLength <= 24 && !isDate(look)) return guess('id');
  return isDate(look) && valueCount === recordCount ? [{ ...guess('requested_at')[0]!, score: 5 }] : [];
}

function isDate({ dateCount, valueCount }: ColumnLook): boolean {
  return valueCount > 0 && dateCount >= 0.9 * valueCount;
}

/** Why the column cannot be the field, by what is in it; undefined where it can. */
function whyNot(field: RawField, look: ColumnLook): string | undefined {
  const { valueCount, recordCount, distinctCount, meanLength, numberCount } = look;
  if (valueCount === 0) return 'it is empty';
  if (isTimeField(field)) return isDate(look) ? undefined : 'it does not hold dates';
  if (isDate(look)) return 'it holds dates';
  if (field === 'id') return distinctCount >= 0.5 * valueCount ? undefined : 'many records share a value';
  if (field === 'reopen_count') return numberCount === valueCount ? undefined : 'it does not hold numbers';
  if (field === 'longitude') return degrees(look, 180);
  if (field === 'latitude') return degrees(look, 90);
  if (field === 'service' && valueCount < 0.5 * recordCount) return 'most records have none';
  const isVaried = valueCount >= 100 && distinctCount > 0.3 * valueCount;
  if (distinctCount > (mostValues[field] ?? 0) || isVaried || meanLength > 60) {
    return `it holds ${distinctCount.toLocaleString('en-CA')} different texts, like words that people wrote`;
  }
  return undefined;
}

function degrees({ numberCount, valueCount, least, greatest }: ColumnLook, most: number): string | undefined {
  const isWithin = numberCount >= 0.9 * valueCount && (least ?? -999) >= -most && (greatest ?? 999) <= most;
  return isWithin ? undefined : 'it does not hold degrees';
}
