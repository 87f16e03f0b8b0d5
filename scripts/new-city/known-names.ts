/** Names that every city writes alike, in both languages, so that a city of two need not write them twice. */

import type { Language } from '../../src/contract/city.ts';

type Names = Partial<Record<Language, string>>;

const areaKinds: readonly (readonly [english: string, french: string])[] = [
  ['Ward', 'Quartier'],
  ['District', 'District'],
  ['Borough', 'Arrondissement'],
  ['Sector', 'Secteur'],
  ['Area', 'Secteur'],
  ['Zone', 'Zone'],
];

const channels: readonly (readonly [pattern: RegExp, en: string, fr: string])[] = [
  [/^(?:(?:tele)?phone|t[ée]l[ée]phone|call|appel)$/i, 'Telephone', 'Téléphone'],
  [/^(?:web|website|online|site web|en ligne)$/i, 'Web', 'Web'],
  [/^(?:e-?mail|courriel)$/i, 'E-mail', 'Courriel'],
  [/^(?:mobile ?app|app|application mobile)$/i, 'Mobile app', 'Application mobile'],
  [/^(?:walk-?in|in person|counter|en personne|comptoir)$/i, 'In person', 'En personne'],
  [/^(?:mail|letter|poste|lettre)$/i, 'Mail', 'Poste'],
  [/^(?:social media|m[ée]dias sociaux)$/i, 'Social media', 'Médias sociaux'],
  [/^(?:chat|clavardage)$/i, 'Chat', 'Clavardage'],
];

/** `Ward 3` is `Quartier 3`; undefined for a name of its own. */
export function areaNames(name: string): Names | undefined {
  const [, kind = '', number = ''] = /^(\p{L}+) (\d+)$/u.exec(name) ?? [];
  const known = areaKinds.find((pair) => pair.some((word) => word.toLowerCase() === kind.toLowerCase()));
  return known && { en: `${known[0]} ${number}`, fr: `${known[1]} ${number}` };
}

export function channelNames(text: string): Names | undefined {
  const [, en, fr] = channels.find(([pattern]) => pattern.test(text.trim())) ?? [];
  return en === undefined ? undefined : { en, fr };
}

/** A word that four services in five end with (`Pothole Case`) says nothing of any. */
export function commonEnding(texts: readonly string[]): string {
  const endings = Map.groupBy(texts, (text) => / [\p{L}]+$/u.exec(text)?.[0] ?? '');
  endings.delete('');
  const [most] = [...endings].sort(([, one], [, other]) => other.length - one.length);
  return most && texts.length >= 10 && most[1].length >= 0.8 * texts.length ? most[0] : '';
}
