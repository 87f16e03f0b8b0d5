/** Reads the sentences of an answer as a person does, in either language, and not by the words that made them. */

import type { Language } from '../../../src/contract/city.ts';
import type { LiveService } from '../../../src/contract/live.ts';

export interface Said {
  readonly service: LiveService;
  /** Minutes since midnight in the city: of the last pass, or where there was none of the storm's beginning. */
  readonly minute: number;
  readonly isDone: boolean;
  /** Whether the time is said to be rough. */
  readonly isAbout: boolean;
  /** Minutes, or null for none or `just now`. */
  readonly ago: number | null;
}

interface Reading {
  readonly done: RegExp;
  readonly none: RegExp;
  readonly services: Readonly<Record<string, LiveService>>;
}

const readings: Readonly<Record<Language, Reading>> = {
  en: {
    done: /^(.+?) at (?<about>about )?(?<hour>\d+):(?<minute>\d\d) (?<half>[ap])\.m\., (?:just now|about (?<count>\d+) (?<unit>minute|hour)s? ago)\./,
    none: /^(.+?): no pass seen since the storm began at (?<hour>\d+):(?<minute>\d\d) (?<half>[ap])\.m\./,
    services: {
      Plowed: 'plow',
      Plowing: 'plow',
      Salted: 'salt',
      'Snow removed': 'snow_removal',
      'Sidewalk cleared': 'sidewalk',
    },
  },
  fr: {
    done: /^(.+?) (?:à|(?<about>vers)) (?<hour>\d+) h(?: (?<minute>\d\d))?, (?:à l’instant|il y a environ (?<count>\d+) (?<unit>minute|heure)s?)\./,
    none: /^(.+?) : aucun passage vu depuis le début de la tempête, à (?<hour>\d+) h(?: (?<minute>\d\d))?\./,
    services: {
      'Rue déneigée': 'plow',
      Déneigement: 'plow',
      'Sel épandu': 'salt',
      'Neige enlevée': 'snow_removal',
      'Trottoir déneigé': 'sidewalk',
    },
  },
};

/** Null for what a reader cannot make sense of. */
export function readSentence(sentence: string, language: Language): Said | null {
  const { done, none, services } = readings[language];
  const [isDone, found] = done.test(sentence) ? [true, done.exec(sentence)] : [false, none.exec(sentence)];
  const subject = (found?.[1] ?? '').replace(/ probablement | likely |^Likely /, ' ').trim();
  const service = services[subject.replace(/^./, (letter) => letter.toUpperCase())];
  const { hour, minute, half, count, unit, about } = found?.groups ?? {};
  if (service === undefined || hour === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  const ago = count === undefined ? null : Number(count) * (unit === 'minute' ? 1 : 60);
  return { service, isDone, isAbout: about !== undefined, minute: hours * 60 + Number(minute ?? 0), ago };
}
