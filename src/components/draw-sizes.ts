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
const sizes = {
  wide: { name: 'wide', width: 748, height: 300 },
  narrow: { name: 'narrow', width: 328, height: 230 },
} as const satisfies Record<string, ChartSize>;

export function drawSizes(label: string, draw: (size: ChartSize) => Element): DrawnSizes {
  return {
    wide: svgMarkup(draw(sizes.wide), { label }),
    narrow: svgMarkup(draw(sizes.narrow), { label }),
  };
}
