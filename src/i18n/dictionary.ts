/** The typed keys that both languages share: plain sentences, and sentences with plural forms. */

import type { en } from './en.ts';

/** French `many` (a million of something) reads as `other` unless it is given. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** What a part of the dictionary is in another language. */
export type DictionaryLike<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string ? string : PluralForms;
};

export type Dictionary = DictionaryLike<typeof en>;

export type TextKey = { [Key in keyof Dictionary]: Dictionary[Key] extends string ? Key : never }[keyof Dictionary];
export type PluralKey = Exclude<keyof Dictionary, TextKey>;
