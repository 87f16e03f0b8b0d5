/** Long names on more lines than one: text is never turned, and never smaller. */

/** One longer than that breaks at the space nearest its middle. */
export function twoLines(label: string, longest: number): string[] {
  if (label.length <= longest || !label.includes(' ')) return [label];
  const middle = label.length / 2;
  const spaces = [...label.matchAll(/ /g)].map((match) => match.index);
  const at = spaces.reduce((best, place) => (Math.abs(place - middle) < Math.abs(best - middle) ? place : best));
  return [label.slice(0, at), label.slice(at + 1)];
}

/** As many lines as it takes; a word longer than that has a line of its own. */
export function narrowLines(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= longest) lines.pop();
    lines.push(longer.length <= longest ? longer : word);
  }
  return lines;
}
