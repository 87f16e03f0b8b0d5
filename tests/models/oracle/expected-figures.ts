/** Every figure that a night should publish, from the delivered records alone and without the database. */

import { cityClock, monthStart } from './city-clock.ts';
import { periodsOf } from './cells.ts';
import type { Delivery } from './deliveries.ts';
import { type Figure, figuresOf } from './figures.ts';
import { services } from './generated-city.ts';
import { knownRequests } from './known-requests.ts';
import { seePublished, seeWithheld } from './seen-requests.ts';
import { withheldFigures } from './withheld-figures.ts';

export function expectedFigures(delivery: Delivery): Figure[] {
  const clock = cityClock(delivery.zone);
  const { toleranceSeconds } = delivery;
  const known = knownRequests(delivery, clock);
  const firstDay = Math.min(...known.map(({ requestedOn }) => requestedOn));

  const moment = { at: delivery.asOf, on: clock.localDay(delivery.asOf - 1) };
  const seen = seePublished(known, { moment, toleranceSeconds, clock });
  const periods = periodsOf(firstDay, moment, false, clock);
  const slices = [
    { service: 'all', area: 'all' },
    ...[...new Set(seen.map(({ service }) => service))].map((service) => ({ service, area: 'all' })),
    ...[...new Set(seen.map(({ area }) => area))].map((area) => ({ service: 'all', area })),
  ];
  const open = slices.flatMap(({ service, area }) => {
    const inSlice = seen.filter((one) => ['all', one.service].includes(service) && ['all', one.area].includes(area));
    return figuresOf(inSlice, { service, area, basis: 'published' }, periods, moment);
  });

  const newMonth = monthStart(clock.localDay(delivery.asOf));
  const then = { at: clock.startOfDay(newMonth), on: newMonth - 1 };
  const withheld = seeWithheld(known, { moment: then, toleranceSeconds, clock });
  const finished = periodsOf(firstDay, then, true, clock);
  const shut = services
    .filter(({ tier }) => tier === 'C')
    .flatMap(({ code }) => {
      const ofService = withheld.filter(({ service }) => service === code);
      const figures = figuresOf(ofService, { service: code, area: 'all', basis: 'warehouse' }, finished, then);
      return withheldFigures(code, figures, finished);
    });
  return [...open, ...shut];
}
