/** How a delivered text file is to be read: as declared and checked against its bytes, or found where that is certain. */

import { dsvFormat } from 'd3';
import type { FilesSource } from '../../../src/contract/sources.ts';
import { OperatorError } from '../../support/operator-error.ts';
import type { Encoding, FileBytes } from './inspect-bytes.ts';

const delimiters = [',', ';', '\t', '|'] as const;

export interface TextFormat {
  readonly encoding: Encoding;
  readonly delimiter: (typeof delimiters)[number];
  /** The names in the first line, as written. */
  readonly header: readonly string[];
}

type TextSettings = Pick<FilesSource, 'encoding' | 'delimiter' | 'fields'>;

const encodingNames = {
  'utf-8': 'utf-8',
  'utf-16': 'utf-16le',
  'windows-1252': 'windows-1252',
  'latin-1': 'latin1',
} as const;

/** Throws SOURCE_FILE_EMPTY, SOURCE_FILE_TRUNCATED, SOURCE_NUL_BYTES, SOURCE_ENCODING_WRONG, SOURCE_DELIMITER_WRONG. */
export function findTextFormat(file: string, bytes: FileBytes, settings: TextSettings): TextFormat {
  refuseUnusable(file, bytes);
  const encoding = findEncoding(file, bytes, settings.encoding);
  const line = firstLine(bytes.head, encoding);
  const delimiter = findDelimiter(file, line, settings);
  return { encoding, delimiter, header: dsvFormat(delimiter).parseRows(line)[0] ?? [] };
}

function refuseUnusable(file: string, bytes: FileBytes): void {
  if (bytes.byteCount === 0) {
    throw new OperatorError('SOURCE_FILE_EMPTY', {
      exit: 'source',
      message: 'A delivered file is empty.',
      faults: [{ where: file, found: '0 bytes', expected: 'a line of column names, and records' }],
      remedy: 'Run the export of the CRM again, then: npm run nightly',
    });
  }
  if (bytes.isCutOff) {
    throw new OperatorError('SOURCE_FILE_TRUNCATED', {
      exit: 'source',
      message: 'A delivered file ends in the middle: its transfer was cut off.',
      faults: [{ where: file, found: 'a gzip stream without its end', expected: 'the whole file' }],
      remedy: 'Deliver the file again, under another name until it is whole, then: npm run nightly',
    });
  }
}

/** UTF-8 is certain when every byte says so; a mark at the start is certain; anything else must be declared. */
function findEncoding(file: string, bytes: FileBytes, declared: FilesSource['encoding']): Encoding {
  const isUtf16 = bytes.byteOrderMark === 'utf-16' || declared === 'utf-16';
  if (bytes.nulLine !== null && !isUtf16) {
    throw new OperatorError('SOURCE_NUL_BYTES', {
      exit: 'source',
      message: 'A delivered file holds NUL bytes: it is damaged, or not the text it is declared to be.',
      faults: [{ where: `${file}, line ${bytes.nulLine}`, found: 'a NUL byte', expected: declared ?? 'text' }],
      remedy: 'Export the file again; if it is UTF-16, say "encoding": "utf-16" in city.json; then: npm run nightly',
    });
  }
  if (isUtf16) return 'utf-16';
  if (declared !== undefined && declared !== 'utf-8') return declared;
  if (bytes.notUtf8Line === null) return 'utf-8';
  throw new OperatorError('SOURCE_ENCODING_WRONG', {
    exit: 'source',
    message: 'A delivered file is not UTF-8, so its accents would be read wrong.',
    faults: [
      {
        where: `${file}, line ${bytes.notUtf8Line ?? 1}`,
        found: 'bytes that are not UTF-8; Windows-1252 is likely',
        expected: declared === undefined ? 'UTF-8, or an encoding declared' : 'utf-8, as declared',
      },
    ],
    remedy: 'Say "encoding": "windows-1252" for this source in city.json, look at the accents, then: npm run nightly',
  });
}

function firstLine(head: Buffer, encoding: Encoding): string {
  const isBigEndian = head[0] === 0xfe && head[1] === 0xff;
  const text = new TextDecoder(isBigEndian ? 'utf-16be' : encodingNames[encoding]).decode(head);
  return /^[^\r\n]*/.exec(text.replace(/^\uFEFF/, ''))?.[0] ?? '';
}

/** Found only where exactly one of the four parts the header into columns; a declared one must part it too. */
function findDelimiter(file: string, line: string, { delimiter, fields }: TextSettings): TextFormat['delimiter'] {
  const parting = delimiters.filter((candidate) => (dsvFormat(candidate).parseRows(line)[0]?.length ?? 0) > 1);
  const isOneColumn = Object.keys(fields).length === 1;
  if (delimiter !== undefined && (parting.includes(delimiter) || isOneColumn)) return delimiter;
  const [only] = parting;
  if (delimiter === undefined && only !== undefined && parting.length === 1) return only;
  throw new OperatorError('SOURCE_DELIMITER_WRONG', {
    exit: 'source',
    message: 'The columns of a delivered file cannot be told apart.',
    faults: [
      {
        where: `${file}, line 1`,
        found:
          parting.length === 0 ? 'one column' : `columns by ${parting.map((one) => JSON.stringify(one)).join(' or ')}`,
        expected: delimiter === undefined ? 'one of , ; tab |' : `columns by ${JSON.stringify(delimiter)}, as declared`,
      },
    ],
    remedy: `Say "delimiter": ${JSON.stringify(only ?? ',')} for this source in city.json, then: npm run nightly`,
  });
}
