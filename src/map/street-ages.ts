/** How the age of a street's last pass is drawn: a colour, a width and a dash for each, so that none hangs on colour alone. */

export interface StreetAge {
  readonly id: 'under_2' | 'under_6' | 'under_12' | 'under_24' | 'over_24' | 'none';
  /** Hours from which on it is the next one's. */
  readonly underHours: number;
  /** On the light and on the dark ground, each 3:1 and more. */
  readonly light: string;
  readonly dark: string;
  /** Pixels, on a map of the whole city. */
  readonly width: number;
  /** In widths of the line; empty for an unbroken one. */
  readonly dash: readonly number[];
}

export const streetAges: readonly StreetAge[] = [
  { id: 'under_2', underHours: 2, light: '#1b4f8f', dark: '#8fbcff', width: 4, dash: [] },
  { id: 'under_6', underHours: 6, light: '#0f766e', dark: '#5ccfc2', width: 2.5, dash: [] },
  { id: 'under_12', underHours: 12, light: '#6b5d00', dark: '#d3c255', width: 3, dash: [3, 1] },
  { id: 'under_24', underHours: 24, light: '#b04a12', dark: '#f3a06a', width: 3, dash: [1.5, 1] },
  { id: 'over_24', underHours: Infinity, light: '#93275a', dark: '#f09ac2', width: 3, dash: [0.6, 1.2] },
  { id: 'none', underHours: Infinity, light: '#767b82', dark: '#8a9099', width: 1, dash: [] },
];

/** Over an uncertain pass lies the ground's own colour in short strokes: a hatching. */
export const likelyDash: readonly number[] = [0.35, 0.65];

/** `hours` null for no pass. */
export function ageOf(hours: number | null): StreetAge['id'] {
  if (hours === null) return 'none';
  return streetAges.find(({ underHours }) => hours < underHours)?.id ?? 'over_24';
}
