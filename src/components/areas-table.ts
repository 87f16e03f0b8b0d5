/** The areas with their key figures, in the city's order; and, last, what has no place. */

import { UNKNOWN } from '../contract/measures.ts';
import { areas } from '../datasets/areas.ts';
import { lastWholeMonth } from '../datasets/manifest.ts';
import { recentFigure } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import { hrefOf } from '../i18n/routes.ts';
import { recentWords } from '../i18n/measure-sentence.ts';
import type { Wording } from '../i18n/words-from.ts';
import { isOpenTold, shownRates } from './services-table.ts';
import { numberColumn, textColumn, type Table, type TableCell, type TableColumn } from './table.ts';
import { cellOf } from './yearly-table.ts';

export function areasTable(wording: Wording): Table {
  const hasResidents = areas.some((area) => area.population !== null);
  const perResidents: readonly TableColumn[] = hasResidents ? [numberColumn(wording.text('table.per_1000'))] : [];
  return {
    caption: wording.text('areas.table_caption', { period: recentWords(wording) }),
    columns: [
      textColumn(wording.text('table.area')),
      numberColumn(wording.text('table.requests')),
      ...perResidents,
      ...shownRates().map(([, title]) => numberColumn(wording.text(title))),
      ...(isOpenTold() ? [numberColumn(wording.text('table.open_end'))] : []),
    ],
    rows: [
      ...areas.map((area) => [
        { text: wording.name(area.names), href: hrefOf({ page: 'area', area: area.id }, wording.language) },
        ...figureCells(wording, area.id, hasResidents),
      ]),
      [wording.text('areas.unknown'), ...figureCells(wording, UNKNOWN, hasResidents)],
    ],
  };
}

function figureCells(wording: Wording, area: string, hasResidents: boolean): TableCell[] {
  const received = recentFigure('requests_received', { area });
  const open = pointOf(monthlySeries('open_requests', { area }), lastWholeMonth)?.value ?? null;
  return [
    received ? cellOf(wording, 'requests_received', received) : { words: wording.text('table.none') },
    ...(hasResidents
      ? [cellOf(wording, 'requests_per_1000_residents', recentFigure('requests_per_1000_residents', { area }))]
      : []),
    ...shownRates().map(([measureId]) => cellOf(wording, measureId, recentFigure(measureId, { area }))),
    ...(isOpenTold() ? [open === null ? '–' : wording.format.count(open)] : []),
  ];
}
