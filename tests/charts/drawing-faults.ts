/** What no drawing may have, in words: what is not a number, what is beyond its edge, words upon words, and words turned. */

import { markBoxes, wordBoxes, type Box } from './drawing-boxes.ts';

/** A rounding of markup, and the stroke of a line on the edge. */
const tolerance = 1.5;

export function drawingFaults(svg: Element, fontSize: number): string[] {
  const words = wordBoxes(svg, fontSize);
  return [
    ...[...svg.querySelectorAll('*')]
      .filter(isNotNumber)
      .map((element) => `not a number: ${element.outerHTML.slice(0, 120)}`),
    ...[...words, ...markBoxes(svg)].filter((box) => isBeyond(box, svg)).map((box) => `beyond the edge: ${said(box)}`),
    ...pairsOf(words)
      .filter(([a, b]) => isUpon(a, b))
      .map(([a, b]) => `words upon words: ${said(a)} and ${said(b)}`),
    ...[...svg.querySelectorAll('text')]
      .filter((text) => text.closest('[transform*="rotate"]') !== null)
      .map((text) => `turned: ${text.textContent}`),
    ...(svg.querySelector('[style], style, [class]') === null ? [] : ['a style of its own']),
  ];
}

function isNotNumber(element: Element): boolean {
  return Array.from(element.attributes).some(({ value }) => /NaN|undefined|Infinity/.test(value));
}

function isBeyond({ left, right, top, bottom }: Box, svg: Element): boolean {
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  return left < -tolerance || top < -tolerance || right > width + tolerance || bottom > height + tolerance;
}

function isUpon(a: Box, b: Box): boolean {
  return (
    a.left < b.right - tolerance &&
    b.left < a.right - tolerance &&
    a.top < b.bottom - tolerance &&
    b.top < a.bottom - tolerance
  );
}

function pairsOf(boxes: readonly Box[]): [Box, Box][] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).map((b): [Box, Box] => [a, b]));
}

const said = ({ what, left, top }: Box): string => `${what} at ${Math.round(left)}, ${Math.round(top)}`;
