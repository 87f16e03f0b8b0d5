/** How many records each rule touched, night by night: published, rejected, unmapped, without a duration. */

import { qualityReasons, type QualityReason } from '../contract/datasets.ts';
import { readArrow } from './read-arrow.ts';

export interface QualityNight {
  /** The last local day of that night's data. */
  readonly nightOn: string;
  /** A reason that touched nothing counts 0. */
  readonly counts: Readonly<Record<QualityReason, number>>;
}

const none = Object.fromEntries(qualityReasons.map((reason) => [reason, 0])) as Record<QualityReason, number>;

const byNight = Map.groupBy(readArrow('quality'), (row) => String(row['night_on']));

/** The newest first; none where no record was ever counted. */
export const qualityNights: readonly QualityNight[] = [...byNight]
  .map(([nightOn, rows]) => {
    const counts = Object.fromEntries(rows.map((row) => [String(row['reason']), Number(row['request_count'])]));
    return { nightOn, counts: { ...none, ...counts } };
  })
  .toSorted((a, b) => (a.nightOn < b.nightOn ? 1 : -1));
