/** A warning of an export of last year in which one old request was touched yesterday: months of zero are published. */

import { TZDate } from '@date-fns/tz';

const MOST_DAYS_WITHOUT_REQUEST = 45;

/** Lines for the operator; none where requests go on to about the moment. `lastRequestedOn` is `YYYY-MM-DD`. */
export function describeLateMoment(asOf: Date, lastRequestedOn: string, timeZone: string): string[] {
  const days = Math.floor((asOf.getTime() - Date.parse(lastRequestedOn)) / 86_400_000);
  if (days <= MOST_DAYS_WITHOUT_REQUEST) return [];
  const [year = 0, month = 0, day = 0] = lastRequestedOn.split('-').map(Number);
  const end = new TZDate(year, month - 1, day + 1, timeZone).toISOString();
  return [
    `  The newest date in the records is ${days} days after the newest request: of an update or a closing. If the export`,
    `  was made when the requests end, say so in city.json, at its source: "as_of": "${end}"`,
  ];
}
