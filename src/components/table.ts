/** A table as data: what DataTable draws, with its first column as the heading of each row. */

export interface TableColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

/** Text, a link, or words that stand where a number would. */
export type TableCell = string | { readonly text: string; readonly href: string } | { readonly words: string };

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
