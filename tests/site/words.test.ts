/** What pages say: in one language only, with every value in its place, in the numbers and marks of that language. */

import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/contract/datasets.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import type { Language } from '../../src/contract/city.ts';
import { allPages, lostPage, pages, services, startPage, streetNames } from './built-pages.ts';
import { ancestorsOf, everyElement, textOf, type HtmlElement } from './html-tree.ts';

const dictionaries = { en, fr };
const spokenAttributes = ['aria-label', 'title', 'alt', 'content', 'placeholder'];

/** What is in another language than its page says so with `lang`; code is in none. */
function isApart(element: HtmlElement, language: Language): boolean {
  const { lang } = element.attributes;
  return element.name === 'code' || (lang !== undefined && lang !== `${language}-CA`);
}

const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong', 'time', 'tspan']);

/** Each run of text that no block breaks; in place of what is apart stands a mark. */
function runsOf(element: HtmlElement, language: Language): string[] {
  const runs = [''];
  const add = (text: string) => runs.push(`${runs.pop()}${text}`);
  const read = (parent: HtmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') add(child.replaceAll(/[ \t\r\n]+/g, ' '));
      else if (child.name === 'style') continue;
      else if (inline.has(child.name)) isApart(child, language) ? add('¤') : read(child);
      else {
        runs.push('');
        if (!isApart(child, language)) read(child);
        runs.push('');
      }
    }
  };
  read(element);
  return runs.map((run) => run.replaceAll(/ {2,}/g, ' ').trim());
}

/** A name on a sign is in no language: in its place stands a mark. */
const signs = new RegExp(
  streetNames
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
const withoutStreets = (line: string) => line.replaceAll(signs, '¤');

/** The text of a page and of its spoken attributes, in the page's own language. */
function linesOf(root: HtmlElement, language: Language): string[] {
  const attributes = everyElement(root)
    .filter((one) => ![one, ...ancestorsOf(one)].some((each) => isApart(each, language)))
    .flatMap((one) => spokenAttributes.flatMap((name) => one.attributes[name] ?? []));
  return [...runsOf(root, language), ...attributes].filter((line) => line !== '').map(withoutStreets);
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const spoken = [...pages, startPage].map(({ path, language, root }) => {
  const lines = [...new Set(linesOf(root, language))];
  return { path, language, lines, plainText: lines.map(plain).join('\n') };
});
const spokenIn = (language: Language) => spoken.filter((page) => page.language === language);

/** What the site can say in a language: each stretch of two words or more between the placeholders of its sentences. */
function stretchesOf(language: Language): string[] {
  const sentences = [
    ...Object.values(dictionaries[language]).flatMap((sentence) =>
      typeof sentence === 'string' ? [sentence] : Object.values(sentence),
    ),
    ...datasets.flatMap(({ title, grain, columns }) =>
      [title, grain, ...columns.flatMap((column) => [column.title, column.description])].map((text) => text[language]),
    ),
    ...services.flatMap((service) => [service[`name_${language}`] ?? '', service[`group_name_${language}`] ?? '']),
  ];
  const stretches = sentences
    .flatMap((sentence) => plain(sentence as string).split(/\{\w+\}/))
    .map((one) => one.trim());
  return [...new Set(stretches)].filter((one) => one.length > 8 && /\p{L}{2,}[\s’-]+\p{L}{2,}/u.test(one));
}

describe('one language', () => {
  test.each([
    ['en', 'fr'],
    ['fr', 'en'],
  ] as const)('no %s sentence, column or name stands on a page in %s', (other, language) => {
    const own = stretchesOf(language).join('\n');
    const foreign = stretchesOf(other).filter((stretch) => !own.includes(stretch));
    expect(foreign.length).toBeGreaterThan(300);
    const found = spokenIn(language).flatMap(({ path, plainText }) =>
      foreign.filter((stretch) => plainText.includes(stretch)).map((stretch) => `${path}: ${stretch}`),
    );
    expect(found).toEqual([]);
  });

  test.each([
    ['en', /(?<![\p{L}-])(?:les|des|une|dans|avec|sur|demandes|chaque|est)(?![\p{L}-])/iu],
    ['fr', /(?<![\p{L}-])(?:the|of|and|with|were|was|requests|each|within|is)(?![\p{L}-])/iu],
  ] as const)('pages in %s hold no little word of the other language', (language, foreign) => {
    const found = spokenIn(language).flatMap(({ path, lines }) =>
      lines.filter((line) => foreign.test(line)).map((line) => `${path}: ${line.slice(0, 120)}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  test('the page for lost addresses speaks each language in its own part', () => {
    for (const language of ['en', 'fr'] as const) {
      const parts = everyElement(lostPage.root).filter(
        ({ name, attributes }) => name === 'section' && attributes['lang'] === `${language}-CA`,
      );
      expect(parts.map((part) => textOf(part)).join(' ')).toContain(
        dictionaries[language]['not_found.sentence'].slice(0, 30),
      );
    }
  });
});

/** Lines that a pattern finds, each once, with the first page that has it. */
function linesWith(pattern: RegExp, among: typeof spoken = spoken): string[] {
  const first = new Map<string, string>();
  for (const { path, lines } of among)
    for (const line of lines) if (pattern.test(line) && !first.has(line)) first.set(line, path);
  return [...first].map(([line, path]) => `${path}: ${line.slice(0, 160)}`);
}

describe('every value is in its place', () => {
  test('nothing reads as a program’s word for nothing', () => {
    expect(linesWith(/\b(?:NaN|undefined|null|Infinity|Invalid Date)\b|\[object/)).toEqual([]);
    expect(allPages.filter(({ html }) => /\bNaN\b|\[object /.test(html)).map(({ path }) => path)).toEqual([]);
  });

  test('no placeholder, key or machine name is left', () => {
    expect(linesWith(/\{\w*\}|\$\{|\b(?:sentence|missing|because|table|figure|card|chart)\.[a-z_]+/)).toEqual([]);
    expect(linesWith(/\b[a-z]+_[a-z_]+\b/)).toEqual([]);
  });

  test('sentences have single blanks, and no mark after a blank or another mark', () => {
    expect(linesWith(/[ \u00a0\u202f]{2}/)).toEqual([]);
    expect(linesWith(/ [.,;)]|[,;:]{2}|\.\.|[,;]\.|\( /)).toEqual([]);
  });

  test('sentences begin with a capital or a figure', () => {
    const headings = allPages.flatMap(({ path, root }) =>
      everyElement(root)
        .filter(({ name }) => ['h1', 'h2', 'h3', 'dt', 'caption'].includes(name))
        .map((heading) => ({ path, text: withoutStreets(textOf(heading)) })),
    );
    expect(headings.filter(({ text }) => !/^[\p{Lu}\d«“¤]/u.test(text))).toEqual([]);
  });
});

describe('numbers and marks', () => {
  const french = spokenIn('fr');
  const english = spokenIn('en');

  test('French numbers have a decimal comma and a narrow no-break space', () => {
    expect(french.some(({ lines }) => lines.some((line) => /\d\u202f\d{3}/.test(line)))).toBe(true);
    expect(french.some(({ lines }) => lines.some((line) => /\d,\d(?!\d)/.test(line)))).toBe(true);
    // An address, a release's number and a version of a guideline are not numbers.
    expect(linesWith(/(?<![\w.]|WCAG\) )\d+\.\d+(?![\w.])/, french)).toEqual([]);
    expect(linesWith(/\d,\d{3}(?!\d)|\d \d{3}(?!\d)/, french)).toEqual([]);
  });

  test('English numbers have a decimal point and a comma', () => {
    expect(english.some(({ lines }) => lines.some((line) => /\d,\d{3}/.test(line)))).toBe(true);
    expect(linesWith(/\d\u202f\d|\d,\d{1,2}(?!\d)/, english)).toEqual([]);
  });

  test('a percent sign stands close in English, and after an unbreaking space in French', () => {
    expect(linesWith(/\d[ \u00a0\u202f]%/, english)).toEqual([]);
    expect(linesWith(/\d%|\d %/, french)).toEqual([]);
  });

  test('no long number is without its groups', () => {
    expect(linesWith(/(?<![\w:/-])\d{5,}(?![\w/-])/)).toEqual([]);
  });

  test('French marks have their spaces, and none that may break', () => {
    expect(linesWith(/« | [:»]|[\p{L}\d](?::(?!\/)|»)|«[\p{L}\d]/u, french)).toEqual([]);
    expect(linesWith(/\p{L}[ \u00a0\u202f][?!]/u, french)).toEqual([]);
    expect(linesWith(/\p{L}'\p{L}/u)).toEqual([]);
  });

  test('French times read 14 h 32, the first of a month 1er, and months have no capital', () => {
    expect(
      linesWith(
        /(?<!\d)1[ \u00a0\u202f](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/,
        french,
      ),
    ).toEqual([]);
    const times = french.flatMap(({ lines }) => lines.filter((line) => /\d\u202f?\s?h/.test(line)));
    expect(times.length).toBeGreaterThan(0);
    expect(linesWith(/\d{1,2}:\d{2}|[ap]\.m\./, french)).toEqual([]);
    expect(
      linesWith(/\d (?:Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre)/, french),
    ).toEqual([]);
  });
});
