/** How a status file tells times: a letter each, of an age in steps that grow with it. The relay writes them, and pages read them. */

/**
 * From an age of so many minutes on a time is told in steps of so many, and the first of these has this place among the
 * letters. Each step is a multiple of the one before. Past an hour the page says “about”.
 */
export const ageSteps = [
  { from: 0, minutes: 5, letter: 0 },
  { from: 60, minutes: 15, letter: 12 },
  { from: 180, minutes: 30, letter: 20 },
  { from: 720, minutes: 60, letter: 38 },
] as const;
type AgeStep = (typeof ageSteps)[number];

/** `#` to `ſ` without `\` and what cannot be seen, so that no letter is escaped: enough for twelve days, and the last for all before. */
export const ageLetters = [...span('#', '['), ...span(']', '~'), ...span('¡', 'ſ')].join('');

const MINUTE_MS = 60_000;

/** Both in milliseconds since 1970; `at` is on a full five minutes and not before `moment`. */
export function ageLetter(moment: number, at: number): string {
  const ageOf = ({ minutes }: AgeStep) => (at - floorTo(moment, minutes)) / MINUTE_MS;
  const step = ageSteps.findLast((one) => ageOf(one) >= one.from) ?? ageSteps[0];
  const place = step.letter + Math.floor((ageOf(step) - step.from) / step.minutes);
  return ageLetters[Math.min(place, ageLetters.length - 1)] as string;
}

/** The moment, floored to its step: the same whenever the file was written, for as long as the step is. */
export function momentOf(letter: string, at: number): number {
  const place = ageLetters.indexOf(letter);
  const step = ageSteps.findLast((one) => one.letter <= place) ?? ageSteps[0];
  return floorTo(at - (step.from + (place - step.letter) * step.minutes) * MINUTE_MS, step.minutes);
}

function floorTo(moment: number, minutes: number): number {
  return Math.floor(moment / (minutes * MINUTE_MS)) * minutes * MINUTE_MS;
}

function span(first: string, last: string): string[] {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
}
