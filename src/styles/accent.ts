/** The city's one colour, moved just far enough from the ground to be read on it, in light and in dark. */

import { hsl, rgb, type RGBColor } from 'd3';

/** WCAG 2.2, 1.4.3: text against its ground. */
const enough = 4.5;
export const grounds = { light: '#fffefb', dark: '#15181c' } as const;

export interface Accents {
  readonly light: string;
  readonly dark: string;
}

export function accentsFor(accent: string): Accents {
  return { light: readableOn(accent, grounds.light), dark: readableOn(accent, grounds.dark) };
}

/** The nearest lightness of the same hue with contrast enough. */
export function readableOn(accent: string, ground: string): string {
  const step = luminance(rgb(ground)) > 0.5 ? -0.01 : 0.01;
  const color = hsl(accent);
  while (contrast(color.formatHex(), ground) < enough && color.l > 0 && color.l < 1) color.l += step;
  return color.clamp().formatHex();
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance({ r, g, b }: RGBColor): number {
  const [red, green, blue] = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
