/** `node tests/charts/gallery.ts FILE`: every specimen on one page, to be looked at; it follows the reader's light or dark. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgMarkup } from '../../src/charts/svg-markup.ts';
import { chartSizes } from '../../src/components/draw-sizes.ts';
import { makeWording } from '../../src/i18n/make-wording.ts';
import type { Wording } from '../../src/i18n/words-from.ts';
import { accentsFor } from '../../src/styles/accent.ts';
import type { Specimen } from './specimen.ts';
import { allSpecimens } from './specimens.ts';

const file = process.argv[2];
if (file === undefined) throw new Error('Name the file to write: node tests/charts/gallery.ts gallery.html');

const styles = join(import.meta.dirname, '..', '..', 'src', 'styles');
const sheet = ['site.css', 'charts.css'].map((name) => readFileSync(join(styles, name), 'utf8')).join('\n');
const { light, dark } = accentsFor('#0b5c7a');
const wordings = (['en', 'fr'] as const).map((language) => makeWording(language, 'America/Toronto'));

function figureOf({ name, draw }: Specimen, wording: Wording): string {
  const charts = Object.values(chartSizes).map((size) => {
    const drawn = draw(size, wording);
    return drawn === null ? '' : svgMarkup(drawn, { label: name }).replace('<svg', `<svg class="${size.name}"`);
  });
  const body = charts.every((chart) => chart === '')
    ? '<p class="note">(no chart: the card says why)</p>'
    : charts.join('');
  return `<h3 lang="${wording.language}">${name} · ${wording.language}</h3><div class="chart">${body}</div>`;
}

const sections = allSpecimens.map(
  ({ chart, cases }) =>
    `<h2 id="${chart}">${chart}</h2>${cases.flatMap((one) => wordings.map((wording) => figureOf(one, wording))).join('\n')}`,
);
writeFileSync(
  file,
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Charts of Plainview</title><style>:root{--accent-light:${light};--accent-dark:${dark}}${sheet}</style>
<main><h1>Charts</h1>${sections.join('\n')}</main></html>\n`,
);
process.stdout.write(`${file}\n`);
