/** What a specimen is: a chart drawn from real rows of the demo city, or from those that it finds hardest. */

import { JSDOM } from 'jsdom';
import type { ChartSize } from '../../src/components/draw-sizes.ts';
import type { Wording } from '../../src/i18n/words-from.ts';

export interface Specimen {
  /** What is hard or usual about its rows, in words. */
  readonly name: string;
  readonly draw: (size: ChartSize, wording: Wording) => Element | null;
  /** Rows without anything to draw: the card says so in words. */
  readonly isEmpty?: true;
}

export interface Specimens {
  /** The chart's own file, without its ending. */
  readonly chart: string;
  readonly cases: readonly Specimen[];
}

export const { document } = new JSDOM('').window;

/** Words that a card will give. */
export function said(wording: Wording, english: string, french: string): string {
  return wording.language === 'fr' ? french : english;
}
