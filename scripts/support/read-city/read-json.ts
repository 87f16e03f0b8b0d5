/** Reads one JSON file of the city folder; a slip of the comma is named by line and column. */

import type { Fault } from '../operator-error.ts';
import { readText } from './read-text.ts';

export type ReadJson = { readonly value: unknown; readonly faults: readonly Fault[] };

export async function readJson(file: string): Promise<ReadJson> {
  const read = await readText(file);
  if (read.text === null) return { value: undefined, faults: read.faults };
  const message = messageOf(read.text);
  if (message === '') return { value: JSON.parse(read.text), faults: [] };
  const { position, found, expected } = slipOf(message, read.text);
  return { value: undefined, faults: [{ where: `${file}${placeOf(position, read.text)}`, found, expected }] };
}

interface Slip {
  readonly position: number;
  readonly found: string;
  readonly expected: string;
}

function slipOf(message: string, text: string): Slip {
  const position = positionOf(message, text);
  // What V8 stumbles over may stand lines below the value that lacks its comma.
  const before = text.slice(0, position).trimEnd();
  const closing = /^Expected ',' or '(.)'/.exec(message)?.[1];
  if (closing !== undefined) {
    return { position: before.length, found: 'no comma after this value', expected: `, or ${closing} here` };
  }
  if (before.endsWith(',') && /[}\]]/.test(text.charAt(position))) {
    return { position: before.length - 1, found: 'a comma too many', expected: `nothing before ${text[position]}` };
  }
  const found = message.replace(/(?:,| (?:in JSON )?at position) .*$/s, '');
  return { position, found, expected: 'JSON that can be read' };
}

const unexpected = /^Unexpected token/;

/** V8 names it in most messages, but not that of an unexpected sign: up to there the text is only unfinished. */
function positionOf(message: string, text: string): number {
  if (!unexpected.test(message)) return Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unexpected.test(messageOf(text.slice(0, middle + 1)))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

function placeOf(position: number, text: string): string {
  const before = text.slice(0, position).split('\n');
  return `, line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
