/** What every page has: a title, one first heading, a way to the content, and how fresh it is. */

import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { pathOf } from '../../src/i18n/routes.ts';
import { allPages, lostPage, manifest, pages, type BuiltPage } from './built-pages.ts';
import { ancestorsOf, elementsOf, everyElement, textOf } from './html-tree.ts';

const dictionaries = { en, fr };
const withLost = [...pages, lostPage];

/** The paths of the pages that are not as they should be. */
const oddPages = (isOdd: (page: BuiltPage) => boolean, among: readonly BuiltPage[] = withLost) =>
  among.filter(isOdd).map(({ path }) => path);
const metaOf = ({ root }: BuiltPage, name: string) =>
  elementsOf(root, 'meta').find(({ attributes }) => attributes['name'] === name)?.attributes['content'];
const headingsOf = ({ root }: BuiltPage) => elementsOf(root, 'h1,h2,h3,h4,h5,h6').map(({ name }) => Number(name[1]));

describe('the head', () => {
  test('says the language of the page', () => {
    expect(
      oddPages(({ root, language }) => elementsOf(root, 'html')[0]?.attributes['lang'] !== `${language}-CA`, allPages),
    ).toEqual([]);
  });

  test('has a title and a description that no other page of the language has', () => {
    for (const read of [(page: BuiltPage) => textOf(elementsOf(page.root, 'title')[0]!), descriptionOf]) {
      const byText = Map.groupBy(pages, (page) => `${page.language} ${read(page)}`);
      expect([...byText].filter(([text, same]) => text.length < 8 || same.length > 1).map(([text]) => text)).toEqual(
        [],
      );
    }
  });

  test('keeps the demonstration out of search engines', () => {
    expect(manifest.city.demo).toBe(true);
    expect(oddPages((page) => metaOf(page, 'robots') !== 'noindex', allPages)).toEqual([]);
  });

  test('lets a phone lay the page out at its own width and be zoomed', () => {
    expect(oddPages((page) => metaOf(page, 'viewport') !== 'width=device-width, initial-scale=1', allPages)).toEqual(
      [],
    );
  });
});

describe('headings', () => {
  test('begin with one of the first level, and there is no other', () => {
    expect(oddPages((page) => headingsOf(page).filter((level) => level === 1).length !== 1, allPages)).toEqual([]);
    expect(oddPages((page) => headingsOf(page)[0] !== 1, allPages)).toEqual([]);
  });

  test('go down one level at a time', () => {
    const skips = (page: BuiltPage) => headingsOf(page).some((level, index, all) => level > (all[index - 1] ?? 0) + 1);
    expect(oddPages(skips, allPages)).toEqual([]);
  });

  test('all say something', () => {
    const isBlank = ({ root }: BuiltPage) => elementsOf(root, 'h1,h2,h3,h4').some((heading) => textOf(heading) === '');
    expect(oddPages(isBlank, allPages)).toEqual([]);
  });
});

describe('the body', () => {
  test('begins with a link past the navigation', () => {
    const isOdd = (page: BuiltPage) => {
      const first = elementsOf(elementsOf(page.root, 'body')[0]!, 'a')[0];
      const target = elementsOf(page.root, 'main')[0]?.attributes['id'];
      return first?.attributes['href'] !== `#${target}` || textOf(first) !== dictionaries[page.language]['site.skip'];
    };
    expect(oddPages(isOdd)).toEqual([]);
  });

  test('says that this is a demonstration', () => {
    const isOdd = ({ root, language }: BuiltPage) => !textOf(root).includes(dictionaries[language]['site.demo']);
    expect(oddPages(isOdd, allPages)).toEqual([]);
  });

  test('says of when the data are, when the page was built, and when the next is due', () => {
    const moments = [manifest.as_of, manifest.built_at, manifest.next_expected_at].map((at) => Date.parse(at));
    const isOdd = ({ root }: BuiltPage) => {
      const footer = elementsOf(root, 'footer')[0];
      const times = footer ? elementsOf(footer, 'time') : [];
      return times.map(({ attributes }) => Date.parse(attributes['datetime'] ?? '')).join() !== moments.join();
    };
    expect(oddPages(isOdd)).toEqual([]);
  });

  test('names the data steward, and where to report an error in a figure', () => {
    const isOdd = ({ root, language }: BuiltPage) => {
      const mail = elementsOf(root, 'a').find(({ attributes }) =>
        attributes['href']?.startsWith(`mailto:${manifest.city.email}?subject=`),
      );
      return !mail || !textOf(root).includes(manifest.city.steward[language] ?? '');
    };
    expect(oddPages(isOdd)).toEqual([]);
  });

  test('marks where the reader is in the navigation', () => {
    const markedOf = ({ root }: BuiltPage) =>
      everyElement(root).filter(({ attributes }) => attributes['aria-current'] !== undefined).length;
    const isOutside = ({ path, language }: BuiltPage) => path === pathOf({ page: 'about' }, language);
    expect(oddPages((page) => markedOf(page) !== (isOutside(page) ? 0 : 1), pages)).toEqual([]);
  });

  test('names things once: no id stands twice', () => {
    const isOdd = ({ root }: BuiltPage) => {
      const ids = everyElement(root).flatMap(({ attributes }) => attributes['id'] ?? []);
      return new Set(ids).size !== ids.length;
    };
    expect(oddPages(isOdd, allPages)).toEqual([]);
  });
});

describe('tables', () => {
  const tables = withLost.flatMap((page) => elementsOf(page.root, 'table').map((table) => ({ page, table })));

  test('have a caption', () => {
    const odd = tables.filter(
      ({ table }) =>
        elementsOf(table, 'caption')
          .map((one) => textOf(one))
          .join('') === '',
    );
    expect(odd.map(({ page }) => page.path)).toEqual([]);
  });

  test('have rows of one length, and headings that say of what they are', () => {
    const odd = tables.filter(({ table }) => {
      const rows = elementsOf(table, 'tr').map((row) => elementsOf(row, 'td,th').length);
      const isUnscoped = elementsOf(table, 'th').some(
        ({ attributes }) => !['col', 'row'].includes(attributes['scope'] ?? ''),
      );
      return rows.length < 2 || new Set(rows).size !== 1 || isUnscoped;
    });
    expect(odd.map(({ page }) => page.path)).toEqual([]);
  });

  test('that scroll can be reached by keyboard, and have a name', () => {
    const odd = tables.filter(({ table }) => {
      const box = ancestorsOf(table)[0]?.attributes ?? {};
      return box['tabindex'] !== '0' || !box['aria-label'];
    });
    expect(odd.map(({ page }) => page.path)).toEqual([]);
  });
});

function descriptionOf(page: BuiltPage): string {
  return metaOf(page, 'description') ?? '';
}
