/** The demo's CRM: every record of it, with all that a CRM knows of people, made day by day from the seed. */

import type { City } from '../../../src/contract/city.ts';
import { dayOf, firstYear, makeCalendar, type Calendar } from './calendar.ts';
import { drawArrival } from './channels.ts';
import { describeDays, expectedRequests } from './demand.ts';
import { makePace } from './durations.ts';
import { demoEvents } from './events.ts';
import { drawLife, snapshot, type Life } from './lifecycle.ts';
import { makePlaces, type Place } from './places.ts';
import { crmIdPrefix, personalData, type PersonalData } from './planted-personal-data.ts';
import { cumulate, drawPoisson, seededRandom } from '../../support/random.ts';
import { renamedOn, serviceProfiles, type ServiceProfile } from './service-profiles.ts';

/** A record as the CRM would hand it over; instants in ms since 1970. */
export interface CrmRecord extends PersonalData {
  readonly case_number: string;
  readonly created: number | null;
  readonly closed: number | null;
  readonly first_closed: number | null;
  readonly first_reopened: number | null;
  readonly due: number | null;
  readonly modified: number;
  readonly reopen_count: number;
  readonly status: string;
  readonly closure: string;
  readonly category: string;
  readonly department: string;
  readonly channel: string;
  readonly ward: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

export interface Crm {
  readonly calendar: Calendar;
  /** The records opened on each local day before `until`, as they stood at `until`. */
  days(): Generator<readonly CrmRecord[]>;
}

/** "No date", as written by a screen that insists on one. */
export const sentinel = Date.UTC(1900, 0, 1);

/** Faults of the data, as shares of all records. */
const faults = { noOpening: 0.00003, twice: 0.00007, sentinel: 0.00006, closedBefore: 0.0005 } as const;
const faultNames = Object.keys(faults) as (keyof typeof faults)[];
const faultLimits = cumulate(Object.values(faults));

interface Request {
  readonly life: Life;
  readonly profile: ServiceProfile;
  readonly place: Place;
  readonly channel: string;
  readonly fault: keyof typeof faults | null;
  readonly person: number;
}

export function makeCrm(seed: number, city: Pick<City, 'settings' | 'areas' | 'streets'>, until: Date): Crm {
  const calendar = makeCalendar(city.settings.time_zone, until);
  const lastYear = calendar.years[calendar.dayCount - 1]!;
  const kinds = describeDays(calendar, demoEvents(seed, firstYear, lastYear));
  const places = makePlaces(seed, city.areas, city.streets?.streets ?? null);
  const pace = makePace(seed, calendar, kinds);

  function requestsOf(day: number): Request[] {
    const date = calendar.dates[day]!;
    const random = seededRandom(seed, 'day', date);
    const midnight = calendar.midnights[day]!;
    const daySeconds = (calendar.midnights[day + 1]! - midnight) / 1000;
    const years = calendar.years[day]! - firstYear + calendar.yearDays[day]! / 365;
    const requests: Request[] = [];
    expectedRequests(seed, calendar, kinds, serviceProfiles, day).forEach((expected, index) => {
      const profile = serviceProfiles[index]!;
      for (let left = drawPoisson(random, expected); left > 0; left--) {
        const { channel, dayShare } = drawArrival(random, profile.reach, years, date, calendar.workdays[day] === 1);
        const place = places.draw(random, profile.setting);
        const opened = midnight + Math.floor(dayShare * daySeconds) * 1000;
        const drawn = drawLife(random, { calendar, pace, profile, opened, date, areaPace: place.pace });
        const fault = faultAt(random());
        const life = fault === 'closedBefore' ? { ...drawn, turns: [opened - 30_000 - (opened % 870_000)] } : drawn;
        requests.push({ life, profile, place, channel, fault, person: Math.floor(random() * 4294967296) });
      }
    });
    return requests.sort((a, b) => a.life.opened - b.life.opened);
  }

  return {
    calendar,
    *days() {
      const end = until.getTime();
      const lastDay = dayOf(calendar, end);
      for (let day = 0; day <= lastDay && calendar.midnights[day]! < end; day++) {
        const prefix = `${crmIdPrefix}${calendar.dates[day]!.replaceAll('-', '')}-`;
        const records: CrmRecord[] = [];
        requestsOf(day).forEach((request, index) => {
          if (request.life.opened >= end) return;
          const id = prefix + String(index + 1).padStart(4, '0');
          // A second row of one id, as it was when it came in: the CRM's own export does this now and then.
          if (request.fault === 'twice' && request.life.turns[0]! < end) {
            records.push(record(request, id, calendar.dates[day]!, request.life.opened + 1));
          }
          records.push(record(request, id, calendar.dates[day]!, end));
        });
        yield records;
      }
    },
  };
}

function record(
  { life, profile, place, channel, fault, person }: Request,
  id: string,
  date: string,
  until: number,
): CrmRecord {
  const { words, closed, firstClosed, firstReopened, reopenCount, due, updated } = snapshot(life, until);
  const type = profile.formerType !== undefined && date < renamedOn ? profile.formerType : profile.type;
  return {
    case_number: id,
    created: fault === 'noOpening' ? null : life.opened,
    closed: fault === 'sentinel' ? sentinel : closed,
    first_closed: firstClosed,
    first_reopened: firstReopened,
    due,
    modified: Math.max(updated, life.opened),
    reopen_count: reopenCount,
    status: words.status,
    closure: words.closure,
    category: type,
    department: profile.unit,
    channel,
    ward: place.area,
    longitude: place.longitude,
    latitude: place.latitude,
    ...personalData(person, type),
  };
}

function faultAt(share: number): keyof typeof faults | null {
  if (share >= faultLimits.at(-1)!) return null;
  return faultNames[faultLimits.findIndex((limit) => share < limit)]!;
}
