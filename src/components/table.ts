/** A table as data: what DataTable draws, with its first column as the heading of each row. */

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

/** Text, a link, words that stand where a number would, names that the files use, or live times, which a script fills in. */
export type TableCell =
  | string
  | { readonly text: string; readonly href: string }
  | { readonly words: string }
  | { readonly blocks: string; readonly waiting: string; readonly isArea?: boolean }
  | { readonly codes: readonly string[]; readonly before?: string; readonly after?: string };

export interface Table {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export function numberColumn(title: string): TableColumn {
  return { title, isNumber: true };
}

export function textColumn(title: string): TableColumn {
  return { title, isNumber: false };
}
