/** RFC 4180 to the letter: CRLF after every row, quotes only where they belong, as many cells in each row. */

const [quote, comma, cr, lf] = [0x22, 0x2c, 0x0d, 0x0a];

export interface StrictCsv {
  readonly header: readonly string[];
  /** Without the header. */
  readonly rowCount: number;
}

/** Throws at the first byte that breaks a rule. `onCell` gets each cell below the header, without its quotes. */
export function readStrictCsv(bytes: Buffer, onCell: (column: number, text: string) => void = () => {}): StrictCsv {
  const header: string[] = [];
  let rowCount = -1;
  let column = 0;
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`${what} at byte ${at}, data row ${rowCount}, column ${column}`);
  };
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) fail('a byte order mark');
  const readCell = (): string => {
    const start = at;
    if (bytes[at] !== quote) {
      while (at < bytes.length && bytes[at] !== comma && bytes[at] !== cr) {
        if (bytes[at] === quote || bytes[at] === lf) fail('a bare quote or line feed');
        at += 1;
      }
      return bytes.toString('utf8', start, at);
    }
    for (at += 1; ; at += 1) {
      if (at >= bytes.length) fail('a quote without end');
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote) break;
      at += 1;
    }
    at += 1;
    return bytes.toString('utf8', start + 1, at - 1).replaceAll('""', '"');
  };
  while (at < bytes.length) {
    const cell = readCell();
    if (rowCount < 0) header.push(cell);
    else onCell(column, cell);
    if (bytes[at] === comma) {
      column += 1;
      at += 1;
    } else if (bytes[at] === cr && bytes[at + 1] === lf) {
      if (column + 1 !== header.length) fail(`${column + 1} cells where the header has ${header.length}`);
      rowCount += 1;
      column = 0;
      at += 2;
    } else {
      fail('neither a comma nor CRLF');
    }
  }
  if (column !== 0 || rowCount < 0) fail('the end inside a row');
  return { header, rowCount };
}
