/** How requests end, and the words the CRM has for it. */

import type { Outcome } from '../../../src/contract/city.ts';
import { cumulate } from '../../support/random.ts';

/** The order of the shares below; `fulfilled` is the rest. `unmapped` is a closing in words no list names. */
export const ends = [
  'no_action',
  'handed_on',
  'referred',
  'duplicate',
  'cancelled',
  'invalid',
  'unmapped',
  'fulfilled',
] as const;
export type End = (typeof ends)[number] & Outcome;

// prettier-ignore
const shares = {
  //           no_action handed_on referred duplicate cancelled invalid unmapped
  works:      [0.070,    0.015,    0.020,   0.080,    0.006,    0.012,  0.004],
  highway:    [0.080,    0.020,    0.090,   0.070,    0.004,    0.010,  0.004],
  utility:    [0.050,    0.015,    0.110,   0.090,    0.004,    0.010,  0.004],
  winter:     [0.090,    0.030,    0.015,   0.130,    0.010,    0.008,  0.005],
  disputed:   [0.170,    0.010,    0.040,   0.040,    0.012,    0.015,  0.004],
  collection: [0.060,    0.004,    0.010,   0.040,    0.020,    0.012,  0.003],
  capital:    [0.110,    0.120,    0.020,   0.090,    0.010,    0.010,  0.004],
  inspection: [0.190,    0.090,    0.030,   0.070,    0.020,    0.025,  0.006],
  permit:     [0.030,    0,        0.005,   0.010,    0.060,    0.012,  0.003],
  answered:   [0.060,    0.010,    0.040,   0.020,    0.005,    0.020,  0.004],
} as const;
export type OutcomeMix = keyof typeof shares;

const cumulative = Object.fromEntries(
  Object.entries(shares).map(([mix, each]) => {
    const rest = 1 - each.reduce<number>((sum, share) => sum + share, 0);
    return [mix, cumulate([...each, rest])];
  }),
) as Record<OutcomeMix, number[]>;

/** Running sums of the shares of a mix, in the order of `ends`. */
export function mixOf(mix: OutcomeMix): readonly number[] {
  return cumulative[mix];
}

export interface CrmWords {
  readonly status: string;
  readonly closure: string;
}

const closed = (closure: string): CrmWords => ({ status: 'Closed', closure });

const words: Record<Exclude<End, 'fulfilled'>, readonly CrmWords[]> = {
  no_action: [closed('No action required'), closed('Not found on inspection')],
  handed_on: [closed('Crew dispatched'), closed('Assigned to inspector')],
  referred: [closed('Referred to utility'), closed('Referred to province')],
  duplicate: [{ status: 'Duplicate', closure: '' }, closed('Duplicate of existing request')],
  cancelled: [{ status: 'Cancelled', closure: '' }, closed('Withdrawn by requester')],
  invalid: [closed('Insufficient information'), closed('Entered in error')],
  unmapped: [closed('See work order'), { status: 'Closed - legacy', closure: '' }],
};

const done: Partial<Record<OutcomeMix, readonly CrmWords[]>> = {
  permit: [closed('Permit issued')],
  answered: [closed('Answered'), closed('Service provided')],
  inspection: [closed('Complied'), closed('Service provided')],
  collection: [closed('Service provided'), closed('Work completed')],
};
const repaired: readonly CrmWords[] = [closed('Work completed'), closed('Repaired')];

/** What the CRM shows of a request closed in this way; `share` (0–1) chooses among its words. */
export function closingWords(end: End, mix: OutcomeMix, share: number): CrmWords {
  const choice =
    end === 'fulfilled'
      ? (done[mix] ?? repaired)
      : end === 'no_action' && mix === 'permit'
        ? [closed('Application refused')]
        : end === 'handed_on' && mix === 'capital'
          ? [closed('Added to capital program')]
          : end === 'referred' && mix === 'disputed'
            ? [closed('Private property')]
            : words[end];
  return choice[Math.floor(share * choice.length)]!;
}
