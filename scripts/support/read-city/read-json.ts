/** Reads one JSON file of the city folder; a slip of the comma is named by line and column. */

import type { Fault } from '../operator-error.ts';
import { readText } from './read-text.ts';

export type ReadJson = { readonly value: unknown; readonly faults: readonly Fault[] };

export async function readJson(file: string): Promise<ReadJson> {
  const read = await readText(file);
  if (read.text === null) return { value: undefined, faults: read.faults };
  try {
    return { value: JSON.parse(read.text), faults: [] };
  } catch (error) {
    const message = (error as SyntaxError).message;
    const where = `${file}${placeOf(message, read.text)}`;
    return {
      value: undefined,
      faults: [
        { where, found: message.replace(/ (?:in JSON )?at position .*$/, ''), expected: 'JSON that can be read' },
      ],
    };
  }
}

/** V8 names the position in most messages; where it does not, the text ended too early. */
function placeOf(message: string, text: string): string {
  const position = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return `, line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
