/** Kaplan and Meier's curve and what is read off it, one request at a time, as the definitions say it. */

const Z = 1.959963984540054;
const SAME = 1.5e-8;

export interface Watched {
  readonly days: number;
  readonly isDealtWith: boolean;
}

interface Step {
  readonly days: number;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Estimate {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export function curveOf(watched: readonly Watched[]): Step[] {
  const times = [...new Set(watched.map(({ days }) => days))].sort((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  return times.map((days) => {
    const atRisk = watched.filter((one) => one.days >= days).length;
    const events = watched.filter((one) => one.days === days && one.isDealtWith).length;
    survival *= 1 - events / atRisk;
    if (events < atRisk) greenwood += events / (atRisk * (atRisk - events));
    if (survival <= 0 || survival >= 1) return { days, survival, lower: null, upper: null };
    const width = (Z * Math.sqrt(greenwood)) / Math.log(survival);
    const middle = Math.log(-Math.log(survival));
    return {
      days,
      survival,
      lower: Math.exp(-Math.exp(middle - width)),
      upper: Math.exp(-Math.exp(middle + width)),
    };
  });
}

/** The time by which the share q was dealt with. */
export function quantileOf(curve: readonly Step[], q: number): Estimate {
  const read = (height: (step: Step) => number | null): number | null => {
    const steps = curve.filter((step) => height(step) !== null);
    const reached = steps.find((step) => height(step)! <= 1 - q + SAME);
    if (reached === undefined) return null;
    const isLevel = Math.abs(height(reached)! - (1 - q)) <= SAME;
    if (!isLevel) return reached.days;
    const next = steps.find((step) => height(step)! < 1 - q - SAME);
    return (reached.days + (next ?? steps.at(-1)!).days) / 2;
  };
  return { value: read((step) => step.survival), lower: read((step) => step.lower), upper: read((step) => step.upper) };
}

/** The share dealt with by t: null where nothing was watched that long and the curve has not come to its end. */
export function shareBy(curve: readonly Step[], t: number): Estimate {
  const last = curve.at(-1);
  const at = curve.findLast((step) => step.days <= t);
  if (last === undefined || (last.days < t && last.survival > 0)) return { value: null, lower: null, upper: null };
  return {
    value: 1 - (at?.survival ?? 1),
    lower: at?.upper === undefined || at.upper === null ? null : 1 - at.upper,
    upper: at?.lower === undefined || at.lower === null ? null : 1 - at.lower,
  };
}

/** Wilson's interval for a share of counts, 95 %, without continuity correction. */
export function wilson(count: number, of: number): { readonly lower: number; readonly upper: number } {
  const z = 1.959964;
  const share = count / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}
