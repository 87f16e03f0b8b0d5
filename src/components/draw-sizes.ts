/** Draws a chart twice, for a column and for a phone, so that its text has one readable size on both. */

import { svgMarkup } from '../charts/svg-markup.ts';

export interface ChartSize {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
}

export interface DrawnSizes {
  readonly wide: string;
  readonly narrow: string;
}

/** CSS pixels: the text column, and a phone of 360 less its margins. */
export const chartSizes = {
  wide: { name: 'wide', width: 748, height: 300 },
  narrow: { name: 'narrow', width: 328, height: 230 },
} as const satisfies Record<string, ChartSize>;

/** Null where there is nothing to draw: the card says so in words. */
export function drawSizes(label: string, draw: (size: ChartSize) => Element | null): DrawnSizes | null {
  const wide = draw(chartSizes.wide);
  const narrow = draw(chartSizes.narrow);
  if (wide === null || narrow === null) return null;
  return { wide: svgMarkup(wide, { label }), narrow: svgMarkup(narrow, { label }) };
}
