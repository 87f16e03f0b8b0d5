/** The services of one group with their newest key figures. */

import { lastWholeMonth } from '../datasets/manifest.ts';
import { recentFigure } from '../datasets/measures.ts';
import { monthlySeries, pointOf } from '../datasets/monthly-series.ts';
import type { Service, ServiceGroup } from '../datasets/services.ts';
import { hrefOf } from '../i18n/routes.ts';
import { sortedByName } from '../i18n/sorted-by-name.ts';
import type { Wording } from '../i18n/words-from.ts';
import { numberColumn, textColumn, type Table, type TableCell } from './table.ts';
import { cellOf } from './yearly-table.ts';

const rateColumns = [
  ['fulfilment_rate', 'table.fulfilled'],
  ['on_time_rate', 'table.on_time'],
  ['median_days_to_close', 'table.median_days'],
] as const;

/** No column of dashes: only what the city has figures of. */
export function shownRates() {
  return rateColumns.filter(([measureId]) => {
    const row = recentFigure(measureId);
    return row !== undefined && row.missingReason !== 'no_data';
  });
}

export function isOpenTold(): boolean {
  return monthlySeries('open_requests').length > 0;
}

export function servicesTable(wording: Wording, group: ServiceGroup): Table {
  return {
    caption: wording.name(group.names),
    columns: [
      textColumn(wording.text('table.service')),
      numberColumn(wording.text('table.requests')),
      ...shownRates().map(([, title]) => numberColumn(wording.text(title))),
      ...(isOpenTold() ? [numberColumn(wording.text('table.open_end'))] : []),
      numberColumn(wording.text('table.tier')),
    ],
    rows: sortedByName(wording, group.services).map((service) => rowOf(wording, service)),
  };
}

function rowOf(wording: Wording, service: Service): TableCell[] {
  const slice = { service: service.code };
  const requests = recentFigure('requests_received', slice);
  const open = pointOf(monthlySeries('open_requests', slice), lastWholeMonth)?.value ?? null;
  return [
    { text: wording.name(service.names), href: hrefOf({ page: 'service', service: service.code }, wording.language) },
    requests ? cellOf(wording, 'requests_received', requests) : absentWords(wording, service),
    ...shownRates().map(([measureId]) => cellOf(wording, measureId, recentFigure(measureId, slice))),
    ...(isOpenTold() ? [open === null ? '–' : wording.format.count(open)] : []),
    service.tier,
  ];
}

/** No row among the newest: nothing was asked for, or nothing so fine may be published. */
function absentWords(wording: Wording, service: Service): TableCell {
  return { words: wording.text(service.tier === 'C' ? 'table.not_published' : 'table.none') };
}
