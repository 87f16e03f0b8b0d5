/** The sentences that stand above all times: how fresh they are, and how many vehicles report. */

import type { LiveHead } from '../contract/live.ts';
import type { Wording } from '../i18n/words-from.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import { timeOf } from './time-words.ts';

export interface FreshWords {
  readonly freshness: Freshness;
  readonly sentences: readonly string[];
}

/** `now` in milliseconds since 1970. */
export function freshWords(wording: Wording, head: LiveHead | null, delaySeconds: number, now: number): FreshWords {
  const freshness = freshnessOf(head, delaySeconds, now);
  const time = head?.fix == null ? '' : timeOf(wording, head.fix * 1000, now);
  const minutes = wording.format.count(Math.ceil(delaySeconds / 60));
  const sentences = [wording.text(`live.fresh.${freshness}`, { time, minutes })];
  if (head !== null && head.mode === 'event' && freshness !== 'silent') {
    sentences.push(wording.plural('live.reporting', head.on, { of: head.of }));
  }
  return { freshness, sentences };
}
