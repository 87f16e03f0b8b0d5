/** The smallest shapefile there can be: lines and one column of text, as ESRI's white paper of 1998 lays them out. */

type Pair = readonly [number, number];

export function shapefileBytes(lines: readonly (readonly Pair[])[], column: string, values: readonly string[]) {
  return { shp: shapeBytes(lines), dbf: tableBytes(column, values) };
}

function shapeBytes(lines: readonly (readonly Pair[])[]): Buffer {
  const records = lines.map((points, index) => {
    const content = Buffer.alloc(48 + 16 * points.length);
    content.writeInt32LE(3, 0);
    content.writeInt32LE(1, 36);
    content.writeInt32LE(points.length, 40);
    for (const [i, [x, y]] of points.entries()) {
      content.writeDoubleLE(x, 48 + 16 * i);
      content.writeDoubleLE(y, 56 + 16 * i);
    }
    const head = Buffer.alloc(8);
    head.writeInt32BE(index + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([head, content]);
  });
  const body = Buffer.concat(records);
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(3, 32);
  return Buffer.concat([header, body]);
}

function tableBytes(column: string, values: readonly string[]): Buffer {
  const width = 40;
  const header = Buffer.alloc(65);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(values.length, 4);
  header.writeUInt16LE(65, 8);
  header.writeUInt16LE(width + 1, 10);
  header.write(column, 32, 'latin1');
  header.write('C', 43, 'latin1');
  header.writeUInt8(width, 48);
  header.writeUInt8(0x0d, 64);
  const rows = values.map((value) => Buffer.from(` ${value.padEnd(width)}`, 'latin1'));
  return Buffer.concat([header, ...rows, Buffer.from([0x1a])]);
}
