/** Where an area's line begins anew because its boundaries were redrawn. */

import type { LineBreak } from '../charts/chart-options.ts';
import { areas } from '../datasets/areas.ts';
import type { Slice } from '../datasets/measures.ts';
import type { Wording } from '../i18n/words-from.ts';

export function boundaryBreaks(wording: Wording, slice: Slice): LineBreak[] {
  const area = areas.find(({ id }) => id === slice.area);
  return area?.validFrom ? [{ on: area.validFrom, label: wording.text('chart.boundaries') }] : [];
}
