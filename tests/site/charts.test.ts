/** A chart says its message in words, and stands beside its numbers. */

import { describe, expect, test } from 'vitest';
import { figureDatasets } from '../../src/contract/datasets.ts';
import { isMonthly, codesOf, pages, type BuiltPage } from './built-pages.ts';
import { elementsOf, textOf, type HtmlElement } from './html-tree.ts';

const hasClass = (name: string) => (element: HtmlElement) =>
  (element.attributes['class'] ?? '').split(' ').includes(name);

interface Card {
  readonly page: BuiltPage;
  readonly card: HtmlElement;
  readonly headline: string;
  readonly charts: readonly HtmlElement[];
}

const cards: readonly Card[] = pages.flatMap((page) =>
  elementsOf(page.root, 'article')
    .filter(hasClass('card'))
    .map((card) => ({
      page,
      card,
      headline: textOf(elementsOf(card, 'h3')[0]!),
      // Bars beside a number say nothing of their own.
      charts: elementsOf(card, 'svg').filter(({ attributes }) => attributes['aria-hidden'] !== 'true'),
    })),
);
const drawn = cards.filter(({ charts }) => charts.length > 0);
const pathsOf = (some: readonly Card[]) => some.map(({ page, headline }) => `${page.path}: ${headline}`);

/** The files of the data sets that cards are made of. */
const cardFile = new RegExp(`/(${figureDatasets.map(({ id }) => id).join('|')})[.]\\w+$`);

describe('a card', () => {
  test('stands on the overview and on each service and area that has months', () => {
    const withCards = new Set(cards.map(({ page }) => page.path));
    const expected = codesOf('A')
      .filter(isMonthly)
      .map((code) => `/en/services/${code}/`);
    expect(expected.length).toBeGreaterThan(10);
    expect(['/en/', '/fr/', '/fr/secteurs/ward-1/', ...expected].filter((path) => !withCards.has(path))).toEqual([]);
  });

  test('has a headline that is a whole sentence', () => {
    expect(pathsOf(cards.filter(({ headline }) => !/^[\p{Lu}\d].{15,}\.$/u.test(headline)))).toEqual([]);
  });

  test('holds a table with rows, its definition, and files to download', () => {
    const odd = cards.filter(({ card }) => {
      const files = elementsOf(card, 'a').filter(({ attributes }) => 'download' in attributes);
      const paths = files.map(({ attributes }) => attributes['href'] ?? '');
      return (
        elementsOf(card, 'tbody').flatMap((body) => elementsOf(body, 'tr')).length === 0 ||
        elementsOf(card, 'details').length !== 3 ||
        !['csv', 'arrow', 'parquet'].every((format) =>
          paths.some((path) => cardFile.test(path) && path.endsWith(`.${format}`)),
        )
      );
    });
    expect(pathsOf(odd)).toEqual([]);
  });
});

describe('a chart', () => {
  test('has its headline as its accessible name, at each size', () => {
    expect(drawn.length).toBeGreaterThan(100);
    const odd = drawn.filter(({ charts, headline }) =>
      charts.some(({ attributes }) => attributes['role'] !== 'img' || attributes['aria-label'] !== headline),
    );
    expect(pathsOf(odd)).toEqual([]);
  });

  test('is drawn for a column and for a phone, and nothing of it is beyond its edge', () => {
    const widths = (card: Card) => card.charts.map(({ attributes }) => Number(attributes['width']));
    expect(pathsOf(drawn.filter((card) => widths(card).length !== 2 || Math.max(...widths(card)) < 2 * 320))).toEqual(
      [],
    );
    const lost = drawn.filter(({ charts }) =>
      charts.some((chart) =>
        elementsOf(chart, 'circle').some(
          ({ attributes }) => !(Number(attributes['cx']) <= Number(chart.attributes['width'])),
        ),
      ),
    );
    expect(pathsOf(lost)).toEqual([]);
  });

  test('anywhere on a page has a name, or is hidden where the text beside it says the same', () => {
    const nameless = pages.flatMap((page) =>
      elementsOf(page.root, 'svg')
        .filter(({ attributes }) => (attributes['role'] === 'img') === (attributes['aria-hidden'] === 'true'))
        .map(() => page.path),
    );
    expect(nameless).toEqual([]);
  });

  test('draws only numbers', () => {
    const odd = pages.filter(({ html }) => /<(?:path|line|circle|rect|text)[^>]*(?:NaN|undefined|Infinity)/.test(html));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  test('takes its colours from the page, so that dark and forced colours follow', () => {
    const colours = /(?:fill|stroke)="(?!none|currentColor|var\(--|transparent|inherit)([^"]+)"/;
    expect(
      pages.filter(({ html }) => colours.test(html)).map(({ path, html }) => `${path}: ${colours.exec(html)?.[1]}`),
    ).toEqual([]);
  });
});
