/** Reads a delivered text file once, as bytes, and says what they are before the database meets them. */

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252' | 'latin-1';

export interface FileBytes {
  /** After decompression. */
  readonly byteCount: number;
  readonly byteOrderMark: 'utf-8' | 'utf-16' | null;
  /** Line of the first NUL byte, from 1; null without one. Every second byte of UTF-16 may be one. */
  readonly nulLine: number | null;
  /** Line of the first byte that is not UTF-8, from 1; about, where it lies in a chunk with line feeds. */
  readonly notUtf8Line: number | null;
  readonly lineCount: number;
  /** The gzip stream ends before its end. */
  readonly isCutOff: boolean;
  /** The first bytes, for the header. */
  readonly head: Buffer;
}

const HEAD_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** Streams the whole file: a wrong byte at its end is a wrong byte. A name ending in `.gz` is decompressed. */
export async function inspectBytes(file: string): Promise<FileBytes> {
  const raw = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  if (stream !== raw) raw.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const head: Buffer[] = [];
  let headBytes = 0;
  let byteCount = 0;
  let lines = 1;
  let nulLine: number | null = null;
  let notUtf8Line: number | null = null;
  let lastByte = LINE_FEED;
  let isCutOff = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (headBytes < HEAD_BYTES) {
        head.push(chunk.subarray(0, HEAD_BYTES - headBytes));
        headBytes += chunk.length;
      }
      const nul: number = nulLine === null ? chunk.indexOf(0) : -1;
      if (nul >= 0) nulLine = lines + countLineFeeds(chunk.subarray(0, nul));
      if (notUtf8Line === null && !decodes(decoder, chunk)) notUtf8Line = lines + firstWrongLine(chunk);
      lines += countLineFeeds(chunk);
      byteCount += chunk.length;
      lastByte = chunk.at(-1) ?? lastByte;
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'Z_BUF_ERROR') throw error;
    isCutOff = true;
  }
  const start = Buffer.concat(head);
  return {
    byteCount,
    byteOrderMark: markOf(start),
    nulLine,
    notUtf8Line,
    lineCount: lastByte === LINE_FEED ? lines - 1 : lines,
    isCutOff,
    head: start,
  };
}

function decodes(decoder: TextDecoder, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Lines before the first that is not UTF-8 by itself; a character cut by the chunk's edge counts to its first line. */
function firstWrongLine(chunk: Buffer): number {
  let line = 0;
  let from = 0;
  for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
    if (!decodes(new TextDecoder('utf-8', { fatal: true }), chunk.subarray(from, at)) && line > 0) return line;
    from = at + 1;
    line += 1;
  }
  return 0;
}

function countLineFeeds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function markOf(head: Buffer): FileBytes['byteOrderMark'] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 'utf-16';
  return null;
}
