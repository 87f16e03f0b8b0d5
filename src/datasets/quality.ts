/** How many records each rule touched: published, withheld, rejected, unmapped. */

import { qualityReasons, type QualityReason } from '../contract/datasets.ts';
import { readArrow } from './read-arrow.ts';

export interface QualityCount {
  readonly reason: QualityReason;
  readonly count: number;
}

const counts = new Map(readArrow('quality').map((row) => [String(row['reason']), Number(row['request_count'])]));

/** In the order of the contract; a reason that touched nothing counts 0. */
export const qualityCounts: readonly QualityCount[] = qualityReasons.map((reason) => ({
  reason,
  count: counts.get(reason) ?? 0,
}));
