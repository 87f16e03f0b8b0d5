/** Specimens of `spark`. */

import { spark } from '../../src/charts/spark.ts';
import type { TrendPoint } from '../../src/charts/trend.ts';
import { monthsOf, withoutValues } from './months.ts';
import { document, type Specimen, type Specimens } from './specimen.ts';

const received = monthsOf('received');
const onTime = monthsOf('on_time');

/** One size alone: it stands beside its number. */
function drawn(points: readonly TrendPoint[], isShare = false): Specimen['draw'] {
  const markedMonth = points.at(-1)?.month ?? '';
  return () => spark(points, { width: 176, height: 56, document, markedMonth, isShare });
}

export const sparkSpecimens: Specimens = {
  chart: 'spark',
  cases: [
    { name: 'counts', draw: drawn(received) },
    { name: 'shares', draw: drawn(onTime, true) },
    {
      name: 'provisional',
      draw: drawn(
        onTime.map((point, at) => ({ ...point, isProvisional: at > onTime.length - 4 })),
        true,
      ),
    },
    { name: 'first month', draw: drawn(received.slice(0, 1)) },
    { name: 'all alike', draw: drawn(received.map((point) => ({ ...point, value: 7, band: null }))) },
    { name: 'all missing', draw: drawn(withoutValues(received)), isEmpty: true },
    { name: 'empty', draw: drawn([]), isEmpty: true },
  ],
};
