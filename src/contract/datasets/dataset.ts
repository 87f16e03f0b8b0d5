/** What a published data set is: its columns, types, order of rows, and what each column means. */

/**
 * `code`: a repeated string (dictionary-encoded in Arrow); `text`: plain UTF-8; `timestamp`: an instant in UTC,
 * to the second; `date`: a local date; `number`: a double; `integer`: 32 bits; `boolean`.
 */
export type ColumnType = 'code' | 'text' | 'timestamp' | 'date' | 'number' | 'integer' | 'boolean';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly title: { readonly en: string; readonly fr: string };
  readonly description: { readonly en: string; readonly fr: string };
  readonly values?: readonly string[];
  readonly unit?: string;
}

export interface Dataset {
  readonly id: string;
  /** The model in `scripts/exports/` that makes it. */
  readonly model: string;
  /** What one row is. */
  readonly grain: { readonly en: string; readonly fr: string };
  readonly title: { readonly en: string; readonly fr: string };
  /** Row order of the CSV and Parquet files, and of the Arrow file. All columns are ascending, nulls last; no two rows are alike in them. */
  readonly sortedBy: readonly string[];
  readonly arrowSortedBy: readonly string[];
  readonly columns: readonly Column[];
  /** Whether it is figures: made of published records, but for rows whose `basis` says otherwise, and so verified. */
  readonly isFigures?: true;
}

export function column(
  name: string,
  type: ColumnType,
  en: readonly [title: string, description: string],
  fr: readonly [title: string, description: string],
  extra: { values?: readonly string[]; unit?: string } = {},
): Column {
  return {
    name,
    type,
    title: { en: en[0], fr: fr[0] },
    description: { en: en[1], fr: fr[1] },
    ...extra,
  };
}
