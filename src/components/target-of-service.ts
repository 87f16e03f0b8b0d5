/** The target of a service as a line over months: where it was moved, a step. */

import type { TargetLine } from '../charts/target-line.ts';
import type { Slice } from '../datasets/measures.ts';
import { monthlySeries } from '../datasets/monthly-series.ts';
import { targetsOf } from '../datasets/services.ts';
import { targetSteps } from '../datasets/target-steps.ts';
import type { Wording } from '../i18n/words-from.ts';

/** Null without a target, or where it is in business days, which have no fixed length. */
export function targetLine(wording: Wording, { service }: Slice): TargetLine | null {
  const targets = service === undefined ? [] : targetsOf(service);
  const [current] = targets;
  if (!current) return null;
  const months = monthlySeries('median_days_to_close', { service }).map(({ month }) => month);
  const steps = targetSteps(targets, months).map(({ month, days }) => ({ month, value: days }));
  if (steps.every(({ value }) => value === null)) return null;
  const target = wording.plural(`target.${current.unit}`, current.value);
  return { label: wording.text('chart.target', { target }), months: steps };
}
