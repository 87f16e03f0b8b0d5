/** The valid name nearest to a misspelt one, for errors that offer the fix. */

/**
 * Of a path such as `America/Toronto` the last part is enough. Undefined where nothing is near: more than a third of the letters differ (Damerau–Levenshtein, 1964), or as many as the
 * name has, so that no single letter is offered for another.
 */
export function nearestName(wrong: string, valid: readonly string[]): string | undefined {
  const ending = `/${wrong.toLowerCase().replaceAll(' ', '_')}`;
  const whole = valid.find((name) => name.toLowerCase().endsWith(ending));
  if (whole !== undefined) return whole;
  const limit = Math.max(2, Math.ceil(wrong.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of valid) {
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < name.length && (best === undefined || distance < best.distance))
      best = { name, distance };
  }
  return best?.name;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
