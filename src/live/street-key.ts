/** What two spellings of a street's name have in common: no accents, one word for each kind of street and direction. */

export interface StreetKey {
  /** As written, without accents, marks and capitals. */
  readonly plain: string;
  /** The name alone: of “Queen Street East”, `queen`; of “rue de l’Église”, `eglise`. */
  readonly core: string;
  /** Of either language: “rue” and “Street” are both `street`; empty for none. */
  readonly generic: string;
  /** `n`, `s`, `e`, `w`, or empty. */
  readonly direction: string;
  /** The three in one order. */
  readonly full: string;
}

const spellings: Readonly<Record<string, string>> = {
  street: 'street str rue',
  avenue: 'avenue ave av',
  boulevard: 'boulevard blvd boul bd',
  road: 'road rd chemin ch chem',
  drive: 'drive dr promenade prom',
  crescent: 'crescent cres cr croissant crois',
  place: 'place pl',
  court: 'court crt ct cour',
  lane: 'lane ln ruelle',
  way: 'way wy voie',
  circle: 'circle cir cercle',
  terrace: 'terrace terr ter terrasse',
  heights: 'heights hts',
  square: 'square sq carre',
  parkway: 'parkway pkwy pky',
  highway: 'highway hwy autoroute aut route rte',
  trail: 'trail trl sentier',
  gate: 'gate',
  close: 'close',
  line: 'line rang',
  alley: 'alley allee',
};
const generics = new Map(
  Object.entries(spellings).flatMap(([generic, words]) => words.split(' ').map((word) => [word, generic] as const)),
);
const directions = new Map(
  Object.entries({ n: 'n north nord', s: 's south sud', e: 'e east est', w: 'w west o ouest' }).flatMap(
    ([direction, words]) => words.split(' ').map((word) => [word, direction] as const),
  ),
);
const saints = new Set(['saint', 'sainte', 'st', 'ste']);
const littleWords = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'of', 'the']);

export function streetKey(name: string): StreetKey {
  const plain = plainText(name);
  const all = plain.split(' ');
  let words = all.filter((word) => !littleWords.has(word) || all.length === 1);
  const direction = words.length > 1 ? (directions.get(words.at(-1) ?? '') ?? '') : '';
  if (direction !== '') words = words.slice(0, -1);
  const generic = genericOf(words);
  if (generic !== null) words = generic.isFirst ? words.slice(1) : words.slice(0, -1);
  const core = words.map(sameWord).join(' ');
  const kind = generic?.generic ?? '';
  return {
    plain,
    core,
    generic: kind,
    direction,
    full: [core, kind, direction].filter((part) => part !== '').join(' '),
  };
}

/** “Main St Service Road” has its street in the middle, and may be Saint Main to a reader of its sign. */
function sameWord(word: string): string {
  const generic = generics.get(word) ?? word;
  return saints.has(word) || generic === 'street' ? 'st' : generic;
}

export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’](\p{L})(?!\p{L})/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The last word, as in English, else the first, as in French; a name that is nothing else keeps it. “St” at the end is a street. */
function genericOf(words: readonly string[]): { readonly generic: string; readonly isFirst: boolean } | null {
  if (words.length < 2) return null;
  const last = words.at(-1) === 'st' ? 'street' : generics.get(words.at(-1) ?? '');
  if (last !== undefined) return { generic: last, isFirst: false };
  const first = generics.get(words[0] ?? '');
  return first === undefined ? null : { generic: first, isFirst: true };
}
