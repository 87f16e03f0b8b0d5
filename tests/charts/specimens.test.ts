/**
 * Every chart at its two sizes, from real rows and from the hardest.
 *
 * What each draws is kept in `golden/`: English in a column, French on a phone. After a wanted change make them anew, and look at
 * the difference and at the gallery: `npx vitest run --config tests/vitest.config.ts charts/specimens -u`.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { svgMarkup } from '../../src/charts/svg-markup.ts';
import { chartSizes, type ChartSize } from '../../src/components/draw-sizes.ts';
import { makeWording } from '../../src/i18n/make-wording.ts';
import { filesBelow, readProjectFile } from '../house/project-files.ts';
import { drawingFaults } from './drawing-faults.ts';
import type { Specimen } from './specimen.ts';
import { allSpecimens } from './specimens.ts';

const golden = join(import.meta.dirname, 'golden');
const wordings = (['en', 'fr'] as const).map((language) => makeWording(language, 'America/Toronto'));
/** As the sheet of the site gives them. */
const fontSizes = { wide: 14, narrow: 13 } as const;
const ways = wordings.flatMap((wording) => Object.values(chartSizes).map((size: ChartSize) => ({ wording, size })));

function markupOf({ name, draw }: Specimen, { wording, size }: (typeof ways)[number]): string | null {
  const drawn = draw(size, wording);
  return drawn === null ? null : svgMarkup(drawn, { label: name });
}

const cases = allSpecimens.flatMap(({ chart, cases: all }) =>
  all.map((one) => ({ chart, one, title: `${chart}: ${one.name}` })),
);
const drawn = cases.filter(({ one }) => one.isEmpty !== true);
const fileOf = (chart: string, name: string, size: string): string =>
  `${chart}.${name.replaceAll(' ', '-')}.${size}.svg`;

test.each(drawn)('$title is a drawing without faults, in each language and at each size', ({ one }) => {
  const faults = ways.flatMap((way) => {
    const svg = new JSDOM(markupOf(one, way) ?? '').window.document.querySelector('svg');
    const found = svg === null ? ['nothing drawn'] : drawingFaults(svg, fontSizes[way.size.name]);
    return found.map((fault) => `${way.wording.language}, ${way.size.name}: ${fault}`);
  });
  expect(faults).toEqual([]);
});

test.each(cases.filter(({ one }) => one.isEmpty))('$title is no chart, so that its card says why', ({ one }) => {
  expect(ways.map((way) => markupOf(one, way))).toEqual(ways.map(() => null));
});

describe('drawings are as they were looked at', () => {
  const kept = { wide: 'en', narrow: 'fr' } as const;

  test.each(drawn)('$title', async ({ chart, one }) => {
    for (const way of ways.filter(({ wording, size }) => kept[size.name] === wording.language)) {
      const lines = (markupOf(one, way) ?? '')
        .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
        .replaceAll('><', '>\n<');
      await expect(`${lines}\n`).toMatchFileSnapshot(join(golden, fileOf(chart, one.name, way.size.name)));
    }
  });

  test('and none is kept of a specimen that is gone', () => {
    const wanted = drawn.flatMap(({ chart, one }) => Object.keys(kept).map((size) => fileOf(chart, one.name, size)));
    expect(readdirSync(golden).filter((file) => !wanted.includes(file))).toEqual([]);
  });
});

test('every chart has specimens: full, and without rows', () => {
  const charts = filesBelow('src/charts').filter((path) => readProjectFile(path).includes('): Element | null {'));
  expect(allSpecimens.map(({ chart }) => `src/charts/${chart}.ts`).toSorted()).toEqual(charts);
  expect(allSpecimens.filter(({ cases: all }) => !all.some((one) => one.isEmpty) || all.length < 5)).toEqual([]);
});
