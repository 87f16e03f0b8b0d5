/** What truly happened to each block of a storm until a moment: of each service, when it was last done. */

import type { LiveService } from '../../../src/contract/live.ts';
import type { Segment } from '../../../src/contract/streets.ts';
import type { Served } from '../../../scripts/live/demo-storm/make-storm.ts';

/** Milliseconds since 1970, by service; what is not in it was not done. */
export type TrueTimes = ReadonlyMap<LiveService, number>;

/** The storm's plows salt what is neither local nor a laneway. */
const salted: readonly string[] = ['highway', 'arterial', 'collector'];

export function trueTimes(truth: readonly Served[], { properties }: Segment, until: number): TrueTimes {
  const times = new Map<LiveService, number>();
  const note = (service: LiveService, time: number) => {
    times.set(service, Math.max(time, times.get(service) ?? 0));
  };
  for (const { segmentId, service, times: all } of truth) {
    if (segmentId !== properties.segment_id) continue;
    for (const time of all.filter((one) => one <= until)) {
      note(service, time);
      if (service === 'plow' && salted.includes(properties.class)) note('salt', time);
    }
  }
  return times;
}
