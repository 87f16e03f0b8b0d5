/** What the services of tier C, which no total counts, publish of one month. */

import { findRow } from './measures.ts';
import { services } from './services.ts';

export interface TierCAddition {
  readonly requests: number;
  /** Services whose month is published. */
  readonly services: number;
  /** Services published by year only, or withheld. */
  readonly heldServices: number;
}

export function tierCAddition(month: string): TierCAddition {
  const held = services.filter((service) => service.tier === 'C');
  const values = held
    .map((service) => findRow('requests_received', 'month', { service: service.code }, month)?.value ?? null)
    .filter((value) => value !== null);
  return {
    requests: values.reduce((sum, value) => sum + value, 0),
    services: values.length,
    heldServices: held.length - values.length,
  };
}
