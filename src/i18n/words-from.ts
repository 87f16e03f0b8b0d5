/** Makes a wording of one dictionary, whole or in part: what a browser loads holds the sentences of its page alone. */

import type { Language } from '../contract/city.ts';
import { nameIn, type Names } from '../datasets/name-in.ts';
import type { Dictionary, PluralForms, PluralKey, TextKey } from './dictionary.ts';
import { fillPlaceholders, type Values } from './fill-placeholders.ts';
import { formatsFor, type Formats } from './formats.ts';
import { typeset } from './typeset.ts';

export interface Wording {
  readonly language: Language;
  readonly format: Formats;
  text(key: TextKey, values?: Values): string;
  /** The plural form for `count`, which also fills `{count}` unless the values give one. */
  plural(key: PluralKey, count: number, values?: Values): string;
  /** A name from the city's lists, or the city's own. */
  name(names: Names): string;
  /** Length of time in days, for people. */
  days(value: number): string;
}

const locales: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA' };

export function wordsFrom(dictionary: Partial<Dictionary>, language: Language, timeZone: string): Wording {
  const locale = locales[language];
  const format = formatsFor(locale, timeZone);
  const rules = new Intl.PluralRules(locale);
  const fill = (text: string, key: string, values: Values): string =>
    typeset(fillPlaceholders(text, values, `${language}:${key}`), language);

  const sentence = <Key extends keyof Dictionary>(key: Key): Dictionary[Key] => {
    const found = dictionary[key];
    if (found === undefined) throw new Error(`No sentence ${key} in the dictionary of ${language}`);
    return found as Dictionary[Key];
  };

  const wording: Wording = {
    language,
    format,
    text: (key, values = {}) => fill(sentence(key), key, values),
    plural: (key, count, values = {}) => {
      const forms: PluralForms = sentence(key);
      const form = rules.select(count) === 'one' ? forms.one : forms.other;
      return fill(form, key, { count: format.count(count), ...values });
    },
    name: (names) => typeset(nameIn(names, language), language),
    days: (value) => {
      if (value <= 0) return wording.text('days.none');
      const hours = Math.max(1, Math.round(value * 24));
      if (hours < 24) return wording.plural('days.hours', hours, { value: format.count(hours) });
      return wording.plural('days.value', shownDays(value), { value: format.days(value) });
    },
  };
  return wording;
}

/** The number that is shown decides the plural: 1.04 days is shown as 1 day. */
function shownDays(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
