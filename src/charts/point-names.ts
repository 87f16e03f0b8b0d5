/** Names beside their points in a drawing, with a thin line to those that stand further off. */

import type { Markish } from '@observablehq/plot';
import { placeLabels, type PlaceOptions, type PlacedLabel, type PointLabel } from './place-labels.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

/** Names for which there is no room are left out: the table has them. */
export function pointNames(labels: readonly PointLabel[], options: PlaceOptions): Markish {
  return (_index, _scales, _values, _dimensions, { document }) => {
    const group = document.createElementNS(svgSpace, 'g') as SVGGElement;
    for (const placed of placeLabels(labels, options)) {
      if (placed.leader !== null) group.append(leaderOf(placed, placed.leader, document));
      group.append(nameOf(placed, document));
    }
    return group;
  };
}

function leaderOf({ label }: PlacedLabel, to: { x: number; y: number }, document: Document): Element {
  const line = document.createElementNS(svgSpace, 'line');
  const ends = { x1: label.x, y1: label.y, x2: to.x, y2: to.y };
  for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value.toFixed(1));
  line.setAttribute('stroke', 'var(--muted)');
  return line;
}

function nameOf({ lines, x, y, textAnchor }: PlacedLabel, document: Document): Element {
  const text = document.createElementNS(svgSpace, 'text');
  const look = {
    'text-anchor': textAnchor,
    fill: 'var(--ink)',
    'font-weight': '700',
    stroke: 'var(--ground)',
    'stroke-width': '4',
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  for (const [name, value] of Object.entries(look)) text.setAttribute(name, value);
  lines.forEach((line, index) => {
    const span = document.createElementNS(svgSpace, 'tspan');
    span.setAttribute('x', x.toFixed(1));
    span.setAttribute('y', (y + 16 * (index - (lines.length - 1) / 2) + 5).toFixed(1));
    span.textContent = line;
    text.append(span);
  });
  return text;
}
