/** How long it still takes, for each service and number of days already waited. */

import { ALL, type MeasureBasis, type MissingReason } from '../contract/measures.ts';
import { hasTwelveMonths, recentFigure } from './measures.ts';
import { type Cell, readArrow } from './read-arrow.ts';

/** In how many more days; the limits are null where they are not reached, and for tier C. */
export interface MoreDays {
  readonly days: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface WaitingTime {
  readonly service: string;
  readonly daysWaited: number;
  /** Requests watched for longer without an end; null for tier C, as are the shares. */
  readonly atRiskCount: number | null;
  /** If every request had to be finished. */
  readonly dealtWithShare: number | null;
  readonly dealtWithLower: number | null;
  readonly dealtWithUpper: number | null;
  /** Where being handed on is an end too. */
  readonly dealtWithShareAj: number | null;
  readonly handedOnShareAj: number | null;
  readonly half: MoreDays;
  readonly nineInTen: MoreDays;
  readonly basis: MeasureBasis;
  /** Why half is null. */
  readonly missingReason: MissingReason | null;
}

const numberOf = (cell: Cell | undefined): number | null => (cell === null || cell === undefined ? null : Number(cell));

const rows: readonly WaitingTime[] = readArrow('waiting_times').map((row) => {
  const moreDays = (name: string): MoreDays => ({
    days: numberOf(row[`${name}_more_days`]),
    lower: numberOf(row[`${name}_more_lower`]),
    upper: numberOf(row[`${name}_more_upper`]),
  });
  return {
    service: String(row['service_code']),
    daysWaited: Number(row['days_waited']),
    atRiskCount: numberOf(row['at_risk_count']),
    dealtWithShare: numberOf(row['dealt_with_share']),
    dealtWithLower: numberOf(row['dealt_with_lower']),
    dealtWithUpper: numberOf(row['dealt_with_upper']),
    dealtWithShareAj: numberOf(row['dealt_with_share_aj']),
    handedOnShareAj: numberOf(row['handed_on_share_aj']),
    half: moreDays('median'),
    nineInTen: moreDays('p90'),
    basis: row['basis'] as MeasureBasis,
    missingReason: row['missing_reason'] as MissingReason | null,
  };
});

const byService = Map.groupBy(rows, ({ service }) => service);

/** In how many days half and nine in ten were dealt with, of all that were received; null where that is not reached. */
export interface FromStart {
  readonly half: number | null;
  readonly nineInTen: number | null;
}

/**
 * Not what the row of no day waited says: that is of those left after the day itself, on which many may have been closed. The
 * measures of the same twelve months; of records that hold fewer, the first day told by which so many were dealt with.
 */
export function fromStart(service: string): FromStart {
  const slice = service === ALL ? {} : { service };
  if (hasTwelveMonths) {
    return {
      half: recentFigure('median_days_to_close', slice)?.value ?? null,
      nineInTen: recentFigure('p90_days_to_close', slice)?.value ?? null,
    };
  }
  const dayBy = (share: number): number | null =>
    waitingTimes(service).find(({ dealtWithShare }) => (dealtWithShare ?? 0) >= share)?.daysWaited ?? null;
  return { half: dayBy(0.5), nineInTen: dayBy(0.9) };
}

/** By days already waited, fewest first; none where the release says nothing of the service. Without one: the city. */
export function waitingTimes(service: string = ALL): readonly WaitingTime[] {
  return byService.get(service) ?? [];
}
