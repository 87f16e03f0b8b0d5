/** The legend of the map: each line as the map draws it, with what it means. */

import type { Wording } from '../i18n/words-from.ts';
import type { Scheme } from '../map/map-style.ts';
import { likelyDash, streetAges } from '../map/street-ages.ts';

const svg = 'http://www.w3.org/2000/svg';
const LENGTH = 56;
const HEIGHT = 14;

export function drawLegend(list: HTMLElement, wording: Wording, scheme: Scheme): void {
  const ages = streetAges.map((age) =>
    row(wording.text(`live.legend.${age.id}`), [lineOf(age[scheme], age.width * 1.6, age.dash)]),
  );
  const [newest] = streetAges;
  const hatched = newest ? [lineOf(newest[scheme], 6, []), hatchOf(6)] : [];
  list.replaceChildren(
    ...ages,
    row(wording.text('live.legend.likely'), hatched),
    row(wording.text('live.legend.vehicle'), [arrow()]),
  );
}

function row(words: string, shapes: readonly SVGElement[]): HTMLElement {
  const item = document.createElement('li');
  const picture = made('svg', { width: LENGTH, height: HEIGHT, 'aria-hidden': 'true' });
  picture.append(...shapes);
  item.append(picture, words);
  return item;
}

function lineOf(colour: string, width: number, dash: readonly number[]): SVGElement {
  const ends = { x1: 2, x2: LENGTH - 2, y1: HEIGHT / 2, y2: HEIGHT / 2 };
  const dashes = dash.map((one) => one * width).join(' ');
  return made('line', {
    ...ends,
    stroke: colour,
    'stroke-width': width,
    ...(dashes && { 'stroke-dasharray': dashes }),
  });
}

function hatchOf(width: number): SVGElement {
  const line = lineOf('', width + 1, likelyDash);
  line.removeAttribute('stroke');
  line.setAttribute('class', 'hatch');
  return line;
}

function arrow(): SVGElement {
  return made('path', { class: 'arrow', d: `M${LENGTH / 2} 0l5 13l-5-3l-5 3z` });
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(svg, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
