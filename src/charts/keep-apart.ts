/** Which names fit beside each other on one line: in their order, each that touches none of those before it. */

export interface Placed {
  /** CSS pixels of the middle, and from end to end. */
  readonly at: number;
  readonly width: number;
}

const gap = 6;

export function keepApart<Name extends Placed>(names: readonly Name[]): Name[] {
  const kept: Name[] = [];
  for (const name of names) if (kept.every((other) => isApart(other, name))) kept.push(name);
  return kept;
}

function isApart(a: Placed, b: Placed): boolean {
  return Math.abs(a.at - b.at) >= (a.width + b.width) / 2 + gap;
}
