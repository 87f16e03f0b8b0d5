/** `streets.<hash>.json`: the streets as the page draws them, written once for as long as they stay the same. */

import { createHash } from 'node:crypto';
import { liveStreets } from '../../../src/contract/live-streets.ts';
import type { Segment } from '../../../src/contract/streets.ts';

export function streetsFile(segments: readonly Segment[]): { text: string; hash: string } {
  const text = JSON.stringify(liveStreets(segments));
  return { text, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
}
