/** All specimens, chart by chart. */

import { backlogSpecimens } from './backlog.specimens.ts';
import { dealtWithCurveSpecimens } from './dealt-with-curve.specimens.ts';
import { dueDaysSpecimens } from './due-days.specimens.ts';
import { funnelSpecimens } from './funnel.specimens.ts';
import { intervalDotsSpecimens } from './interval-dots.specimens.ts';
import { linesSpecimens } from './lines.specimens.ts';
import { seasonsSpecimens } from './seasons.specimens.ts';
import { signalsSpecimens } from './signals.specimens.ts';
import { sparkSpecimens } from './spark.specimens.ts';
import type { Specimens } from './specimen.ts';
import { trendSpecimens } from './trend.specimens.ts';

export const allSpecimens: readonly Specimens[] = [
  trendSpecimens,
  linesSpecimens,
  sparkSpecimens,
  dealtWithCurveSpecimens,
  backlogSpecimens,
  dueDaysSpecimens,
  seasonsSpecimens,
  signalsSpecimens,
  intervalDotsSpecimens,
  funnelSpecimens,
];
