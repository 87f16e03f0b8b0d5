/** What becomes of the nth case of the fake organization, and when: from its number alone, so that none need be kept. */

import { hashText } from '../../../scripts/support/random.ts';

export interface CaseEvent {
  /** Milliseconds since 1970, in whole seconds. */
  readonly at: number;
  readonly status: string;
  readonly isDeleted: boolean;
  /** The date due, where somebody moved it. */
  readonly dueOn?: string;
}

export const statuses = [
  { ApiName: 'New', MasterLabel: 'New', IsClosed: false },
  { ApiName: 'Working', MasterLabel: 'In progress', IsClosed: false },
  { ApiName: 'Closed', MasterLabel: 'Closed', IsClosed: true },
  { ApiName: 'Closed - duplicate', MasterLabel: 'Duplicate', IsClosed: true },
] as const;

export const types = ['Pothole', 'Missed collection', 'Noise, "loud"', 'Arbre\ndangereux', 'Street light'];
export const wards = ['North', 'South', 'East'];

/** From 0 to below 1, the same for one number and use. */
export function chance(index: number, use: string): number {
  return (hashText(use, index) >>> 0) / 2 ** 32;
}

/** Most are worked on and closed within days; one in ten is opened again, one in forty deleted. */
export function lifecycle(index: number, createdAt: number): CaseEvent[] {
  const after = (hours: number) => createdAt + Math.round(hours * 3600) * 1000;
  const closing = 4 + chance(index, 'closing') * 400;
  const events: CaseEvent[] = [
    { at: createdAt, status: 'New', isDeleted: false },
    { at: after(closing / 3), status: 'Working', isDeleted: false },
  ];
  const fate = chance(index, 'fate');
  if (fate < 0.025) events.push({ at: after(closing), status: 'Working', isDeleted: true });
  else if (fate < 0.95) {
    events.push({ at: after(closing), status: fate < 0.9 ? 'Closed' : 'Closed - duplicate', isDeleted: false });
    if (fate < 0.125) {
      events.push({ at: after(closing + 30), status: 'Working', isDeleted: false });
      events.push({ at: after(closing + 60), status: 'Closed', isDeleted: false });
    }
  }
  return events;
}
