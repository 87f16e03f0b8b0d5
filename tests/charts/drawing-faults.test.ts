/** The judge of drawings, judged: each fault is told, and a drawing without one is not blamed. */

import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { drawingFaults } from './drawing-faults.ts';

function faultsOf(content: string): string[] {
  const svg = new JSDOM(`<svg viewBox="0 0 200 100">${content}</svg>`).window.document.querySelector('svg');
  return drawingFaults(svg as Element, 10);
}

test('a drawing inside its edge, with words apart, has no fault', () => {
  const plain =
    '<g transform="translate(10,20)"><text>Half</text><text y="2em">Nine in ten</text></g><path d="M0,0L200,100H5V9Z"/>';
  expect(faultsOf(plain)).toEqual([]);
});

test.each([
  ['not a number', '<line x1="0" x2="NaN" y1="0" y2="1"/>'],
  ['beyond the edge: line', '<g transform="translate(150,0)"><line x1="0" x2="60" y1="0" y2="1"/></g>'],
  ['beyond the edge: path', '<path d="M10,10H230"/>'],
  ['beyond the edge: circle', '<circle cx="3" cy="50" r="6"/>'],
  ['beyond the edge: rect', '<rect x="10" y="90" width="5" height="20"/>'],
  ['beyond the edge: “Nine in ten”', '<text x="0" transform="translate(190,50)">Nine in ten</text>'],
  ['beyond the edge: “Half”', '<text text-anchor="end" transform="translate(10,50)">Half</text>'],
  [
    'words upon words',
    '<text transform="translate(10,50)">Half</text><text transform="translate(20,54)">of them</text>',
  ],
  [
    'words upon words',
    '<text transform="translate(9,40)"><tspan x="0">a</tspan><tspan x="0" dy="0.3em">b</tspan></text>',
  ],
  ['turned', '<g transform="rotate(-90)"><text y="20">Half</text></g>'],
  ['a style of its own', '<line style="stroke: red" x1="0" x2="1" y1="0" y2="1"/>'],
])('%s is told', (fault, content) => {
  expect(faultsOf(content).join('\n')).toContain(fault);
});
