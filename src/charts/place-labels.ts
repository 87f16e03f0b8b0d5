/** Finds each label a place near its point, inside the chart, off the labels before it and off others' points. */

import { boldWidth } from './value-axis.ts';

export interface Point {
  /** CSS pixels from the chart's left and top. */
  readonly x: number;
  readonly y: number;
}

export interface PointLabel extends Point {
  readonly lines: readonly string[];
}

export interface PlaceOptions {
  readonly frame: Box;
  /** Points without a label, which one had better not cover. */
  readonly points: readonly Point[];
}

export interface PlacedLabel extends PointLabel {
  readonly label: PointLabel;
  readonly textAnchor: 'start' | 'middle' | 'end';
  /** Where a line from the point meets a label that is further off. */
  readonly leader: Point | null;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type Anchor = PlacedLabel['textAnchor'];

const lineHeight = 16;
const gap = 9;
/** Beside, over and under, askew; then further and further off. In lines of text, below the point where positive. */
const places: readonly { textAnchor: Anchor; dx: number; rise: number }[] = [0, 1, 2, 3.5, 5].flatMap((far) =>
  (far === 0 ? [0] : [-far, far]).flatMap((rise) => [
    { textAnchor: 'start' as const, dx: gap, rise },
    { textAnchor: 'end' as const, dx: -gap, rise },
    ...(rise === 0 ? [] : [{ textAnchor: 'middle' as const, dx: 0, rise }]),
  ]),
);

/** In their order: the first come have the choice, and one for which nothing is free is left out. */
export function placeLabels(labels: readonly PointLabel[], { frame, points }: PlaceOptions): PlacedLabel[] {
  const taken: Box[] = [];
  return labels.flatMap((label) => {
    const others = labels.filter((other) => other.x !== label.x || other.y !== label.y);
    const open = places
      .map((place) => placeAt(label, place))
      .filter(({ box }) => isInside(box, frame) && !taken.some((other) => isTouching(box, other)))
      .filter(({ box }) => !others.some((other) => isIn(other, box)))
      .map((one) => ({ ...one, covered: points.filter((point) => isIn(point, one.box)).length }));
    const best = open.toSorted((a, b) => a.covered - b.covered)[0];
    if (!best) return [];
    taken.push(best.box);
    return [best.placed];
  });
}

function placeAt(
  label: PointLabel,
  { textAnchor, dx, rise }: (typeof places)[number],
): { placed: PlacedLabel; box: Box } {
  const { lines } = label;
  const half = (lines.length * lineHeight) / 2;
  const x = label.x + dx;
  const y = label.y + rise * lineHeight + Math.sign(rise) * (half - lineHeight / 2);
  const width = boldWidth * Math.max(...lines.map((line) => line.length));
  const left = x - { start: 0, middle: width / 2, end: width }[textAnchor];
  const box = { left, right: left + width, top: y - half, bottom: y + half };
  const leader = Math.abs(rise) < 2 ? null : { x, y: rise < 0 ? box.bottom : box.top };
  return { placed: { label, lines, x, y, textAnchor, leader }, box };
}

function isInside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function isTouching(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x > box.left - 5 && x < box.right + 5 && y > box.top - 3 && y < box.bottom + 3;
}
