/** The static paths of a page that exists once in each language of the city. */

import { siteLanguages } from '../datasets/manifest.ts';
import type { Language } from '../contract/city.ts';
import { segments } from './routes.ts';

export interface LanguagePath {
  readonly params: Record<string, string>;
  readonly props: { readonly language: Language };
}

/** `section` is the name of the folder's parameter and the row of the table of address words. */
export function languagePaths(section?: keyof typeof segments): LanguagePath[] {
  return siteLanguages.map((language) => ({
    params: { lang: language, ...(section && { [section]: segments[section][language] }) },
    props: { language },
  }));
}

/** As above, once more for each of `items`, whose parameter is named `name`. */
export function itemPaths<Item>(
  section: keyof typeof segments,
  name: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
): (LanguagePath & { props: { item: Item } })[] {
  return languagePaths(section).flatMap(({ params, props }) =>
    items.map((item) => ({ params: { ...params, [name]: idOf(item) }, props: { ...props, item } })),
  );
}

/** The same below the live section: `/en/live/streets/…`. */
export function livePaths<Item>(
  section: 'areas' | 'streets',
  name: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
): (LanguagePath & { props: { item: Item } })[] {
  return itemPaths(section, name, items, idOf).map(({ params, props }) => ({
    params: { ...params, live: segments.live[props.language] },
    props,
  }));
}
