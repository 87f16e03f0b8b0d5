/** Every figure that a night should publish, from the delivered records alone and without the database. */

import { cityClock, monthStart } from './city-clock.ts';
import { periodsOf } from './cells.ts';
import type { Delivery } from './deliveries.ts';
import { type Figure, figuresOf, type Slice } from './figures.ts';
import { services } from './generated-city.ts';
import { knownRequests } from './known-requests.ts';
import { type SeenRequest, seePublished, seeWithheld } from './seen-requests.ts';
import { withheldFigures } from './withheld-figures.ts';

export function expectedFigures(delivery: Delivery): Figure[] {
  const clock = cityClock(delivery.zone);
  const { toleranceSeconds } = delivery;
  const known = knownRequests(delivery, clock);
  const days = known.map(({ requestedOn }) => requestedOn);
  const span = { first: Math.min(...days), last: Math.max(...days) };

  const moment = { at: delivery.asOf, on: clock.localDay(delivery.asOf - 1) };
  const seen = seePublished(known, { moment, toleranceSeconds, clock });
  const periods = periodsOf(span, moment, false, clock);
  const open = slices(seen).flatMap((slice) => {
    const isIn = (one: SeenRequest) => dimensions.every((name) => ['all', one[name]].includes(slice[name]));
    return figuresOf(seen.filter(isIn), slice, periods, moment);
  });

  const newMonth = monthStart(clock.localDay(delivery.asOf));
  const then = { at: clock.startOfDay(newMonth), on: newMonth - 1 };
  const withheld = seeWithheld(known, { moment: then, toleranceSeconds, clock });
  const finished = periodsOf(span, then, true, clock);
  const shut = services
    .filter(({ tier }) => tier === 'C')
    .flatMap(({ code }) => {
      const ofService = withheld.filter(({ service }) => service === code);
      const figures = figuresOf(ofService, { ...city, service: code, basis: 'warehouse' }, finished, then);
      return withheldFigures(code, figures, finished);
    });
  return [...open, ...shut];
}

const dimensions = ['service', 'group', 'department', 'area', 'channel', 'kind'] as const;
const city: Slice = {
  service: 'all',
  group: 'all',
  department: 'all',
  area: 'all',
  channel: 'all',
  kind: 'all',
  basis: 'published',
};

/** Every way of cutting that any request falls into. */
function slices(seen: readonly SeenRequest[]): Slice[] {
  const cuts = [
    ['service'], ['group'], ['department'], ['area'], ['group', 'area'], ['service', 'area'], ['channel'], ['kind'],
  ] as const; // prettier-ignore
  const cut = cuts.flatMap((names) =>
    seen.map((one): Slice => ({ ...city, ...Object.fromEntries(names.map((name) => [name, one[name]])) })),
  );
  return [...new Map([city, ...cut].map((slice) => [JSON.stringify(slice), slice])).values()];
}
