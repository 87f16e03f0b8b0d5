/** Reads CSV text (RFC 4180, or with `;` or tabs) into rows that remember the line they begin on, so that an error can name it. */

export interface CsvRow {
  /** Counted from 1, as an editor shows it; a quoted value may span several. */
  readonly line: number;
  readonly values: readonly string[];
}

export interface CsvText {
  readonly rows: readonly CsvRow[];
  /** What parts the values. */
  readonly delimiter: string;
  /** Where a quoted value was opened and never closed. */
  readonly unclosedQuoteLine: number | null;
}

/** Where commas are for decimals a spreadsheet writes `;` between values, and tabs as "Unicode text". */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const found = [';', '\t'].filter((sign) => header.includes(sign));
  return header.includes(',') ? ',' : (found[0] ?? ',');
}

/** Lines may end in LF, CR LF or CR; blank lines are skipped; a byte order mark is dropped. */
export function parseCsv(text: string): CsvText {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let values: string[] = [];
  let rowLine = 1;
  let line = 1;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  while (position < text.length) {
    const cell = text[position] === '"' ? quotedCell(text, position, delimiter) : plainCell(text, position, delimiter);
    if (cell === null) return { rows, delimiter, unclosedQuoteLine: line };
    values.push(cell.value);
    line += cell.lines;
    position = cell.end;
    const separator = text[position];
    if (separator === delimiter) {
      position += 1;
      if (position === text.length) values.push('');
      else continue;
    }
    if (values.length > 1 || values[0] !== '') rows.push({ line: rowLine, values });
    values = [];
    position += text.startsWith('\r\n', position) ? 2 : 1;
    line += 1;
    rowLine = line;
  }
  return { rows, delimiter, unclosedQuoteLine: null };
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plainCell(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && !`${delimiter}\r\n`.includes(text.charAt(end))) end += 1;
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedCell(text: string, start: number, delimiter: string): Cell | null {
  let close = start + 1;
  while (true) {
    close = text.indexOf('"', close);
    if (close === -1) return null;
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const quoted = text.slice(start + 1, close).replaceAll('""', '"');
  // Text after the closing quote is kept as it stands, so that the value's own check refuses it.
  const rest = plainCell(text, close + 1, delimiter);
  return { value: quoted + rest.value, end: rest.end, lines: quoted.split(/\r\n|\r|\n/).length - 1 };
}
