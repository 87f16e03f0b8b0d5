/** How requests come in: telephones give way to the app, and each channel has its hours. */

import { cumulate, drawIndex, type Random } from '../../support/random.ts';
import type { Reach } from './service-profiles.ts';

export const channels = ['Phone', 'Web', 'Mobile App', 'Email', 'Counter', 'Council Office'] as const;

/** Shares in the order of `channels`, at the start of 2020 and six years later. */
// prettier-ignore
const shares: Record<Reach, readonly [readonly number[], readonly number[]]> = {
  street:  [[0.58, 0.19, 0.08, 0.08, 0.02, 0.05], [0.34, 0.23, 0.31, 0.06, 0.01, 0.05]],
  home:    [[0.70, 0.16, 0.04, 0.06, 0.02, 0.02], [0.45, 0.28, 0.18, 0.06, 0.01, 0.02]],
  written: [[0.30, 0.34, 0.02, 0.26, 0.02, 0.06], [0.18, 0.44, 0.12, 0.19, 0.01, 0.06]],
  counter: [[0.34, 0.22, 0.00, 0.10, 0.34, 0.00], [0.22, 0.46, 0.03, 0.09, 0.20, 0.00]],
};

/** A trial that the list of channels does not name. */
const trial = { channel: 'Chat Pilot', from: '2026-02-02', share: 0.004 } as const;

/** What each share becomes outside working days: nobody is at the counter. */
const weekend = [0.42, 0.85, 1.05, 0.6, 0, 0.15];

/** Hourly weights from midnight. */
// prettier-ignore
const hours = {
  office: cumulate([0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 1, 3, 9, 12, 12, 11, 8, 9.5, 10, 9, 6, 2, 1.2, 0.9, 0.7, 0.5, 0.3, 0.2]),
  online: cumulate([0.7, 0.3, 0.2, 0.2, 0.3, 0.8, 2, 4, 6, 6.5, 6.5, 6, 6.5, 6, 5.5, 5.5, 6, 6.5, 7, 7.5, 7.5, 6, 3.5, 1.8]),
};

export interface Arrival {
  readonly channel: string;
  /** Share of the local day gone by, 0–1. */
  readonly dayShare: number;
}

/** Four draws. `years` since the start of 2020. */
export function drawArrival(random: Random, reach: Reach, years: number, date: string, isWorkday: boolean): Arrival {
  const [early, late] = shares[reach];
  const progress = Math.min(1.2, years / 6);
  const weights = early.map(
    (share, i) => Math.max(0, share + (late[i]! - share) * progress) * (isWorkday ? 1 : weekend[i]!),
  );
  const index = drawIndex(cumulate(weights), random());
  const online = index === 1 || index === 2;
  const hour = drawIndex(online ? hours.online : hours.office, random());
  const inTrial = random() < trial.share && date >= trial.from && online;
  return { channel: inTrial ? trial.channel : channels[index]!, dayShare: (hour + random()) / 24 };
}

/** Demand outside working days relative to a working day, over all channels of a reach. */
export function weekendWeight(reach: Reach, years: number): number {
  const [early, late] = shares[reach];
  return early.reduce((sum, share, i) => sum + (share + (late[i]! - share) * (years / 6)) * weekend[i]!, 0);
}
