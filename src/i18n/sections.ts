/** The pages that every page leads to; the live one where the city gives its streets. */

import { hasStreets } from '../datasets/streets.ts';

export const sections = [
  'overview',
  ...(hasStreets ? (['live'] as const) : []),
  'services',
  'areas',
  'methods',
  'data',
] as const;
