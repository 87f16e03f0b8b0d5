/** The smallest Excel workbook there can be, as ECMA-376 lays it out: sheets of text, numbers and dates in a zip. */

import { crc32, deflateRawSync } from 'node:zlib';

/** A date stands for the clock that it shows in UTC; `asWritten` puts a number into the file letter by letter. */
export type SheetCell = string | number | Date | null | { readonly asWritten: string };

export interface WorkbookOptions {
  /** Dates are counted from 1904, as workbooks that were begun on a Macintosh count them. */
  readonly isFrom1904?: boolean;
}

export function workbookBytes(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  { isFrom1904 = false }: WorkbookOptions = {},
): Buffer {
  const names = Object.keys(sheets);
  const strings = new Map<string, number>();
  const pages = Object.values(sheets).map((rows) => sheetXml(rows, strings, isFrom1904));
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/relationships/${kind}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
      ...names.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation(names.length + 1, 'styles', 'styles.xml'),
      relation(names.length + 2, 'sharedStrings', 'sharedStrings.xml'),
    ].join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(pages.map((page, at) => [`xl/worksheets/sheet${at + 1}.xml`, page])),
  };
  return zip(files);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

function sheetXml(rows: readonly (readonly SheetCell[])[], strings: Map<string, number>, isFrom1904: boolean): string {
  const cell = (value: SheetCell, at: string): string => {
    if (value === null) return '';
    if (value instanceof Date) return `<c r="${at}" s="1"><v>${serialOf(value, isFrom1904)}</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c r="${at}"><v>${value.asWritten}</v></c>`;
    if (!strings.has(value)) strings.set(value, strings.size);
    return `<c r="${at}" t="s"><v>${strings.get(value)}</v></c>`;
  };
  const lines = rows.map(
    (row, y) => `<row r="${y + 1}">${row.map((value, x) => cell(value, `${letters(x)}${y + 1}`)).join('')}</row>`,
  );
  return `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** Days since the last day of 1899; the 29 February 1900 that never was is one of them. */
function serialOf(date: Date, isFrom1904: boolean): number {
  return date.getTime() / 86_400_000 + 25_569 - (isFrom1904 ? 1462 : 0);
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, end, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const last = Buffer.alloc(22);
  last.write('PK\x05\x06', 0, 'latin1');
  last.writeUInt16LE(Object.keys(files).length, 8);
  last.writeUInt16LE(Object.keys(files).length, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, last]);
}
