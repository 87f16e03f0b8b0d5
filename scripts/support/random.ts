/** Small, fast, seeded chance: the same seed gives the same city on every machine. */

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded from any parts, e.g. the seed and a date. */
export function seededRandom(...parts: readonly (string | number)[]): Random {
  const text = parts.join('|');
  let a = hashText(text, 0x9e3779b9);
  let b = hashText(text, 0x243f6a88);
  let c = hashText(text, 0xb7e15162);
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** FNV-1a with a final avalanche (MurmurHash3's), 32 bits. */
export function hashText(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** Standard normal (Box and Muller, 1958); always two draws. */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Poisson: by multiplication (Knuth, 1969) for small means, by the normal curve above 40. */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Running sums of weights, for `drawIndex`. */
export function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** Which of the weights `share` (0–1) falls on. */
export function drawIndex(cumulative: readonly number[], share: number): number {
  const limit = share * (cumulative.at(-1) ?? 0);
  let index = 0;
  while (index < cumulative.length - 1 && (cumulative[index] ?? 0) <= limit) index++;
  return index;
}
