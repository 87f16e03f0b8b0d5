/** The requests that the fake server holds, and what it tells of each at a moment. */

import { personalData } from '../../../scripts/sources/demo/planted-personal-data.ts';

/** One object of an answer, as the server would write it. */
export type FakeRow = Readonly<Record<string, unknown>>;

export interface FakeRequest {
  /** When it was made, and when the server began to list it. */
  readonly requestedAt: number;
  readonly listedAt: number;
  /** From when it bears its last state; before, it is open. */
  readonly updatedAt: number;
  readonly last: FakeRow;
  /** From when the server lists it no more. */
  readonly goneAt?: number;
}

export function isListed({ listedAt, goneAt = Number.POSITIVE_INFINITY }: FakeRequest, now: number): boolean {
  return now >= listedAt && now < goneAt;
}

/** When what the server tells of it began to be so. */
export function changedAt({ requestedAt, updatedAt }: FakeRequest, now: number): number {
  return now >= updatedAt ? updatedAt : requestedAt;
}

export function rowAt({ updatedAt, last }: FakeRequest, now: number): FakeRow {
  return now >= updatedAt ? last : { ...last, status: 'open', updated_datetime: last['requested_datetime'] };
}

export function idOf({ last }: FakeRequest): string {
  return String(last['service_request_id'] ?? '');
}

/** With what no mapping may ask for, in every field in which a server could send it. */
export function withPersonalData(row: FakeRow, seed: number): FakeRow {
  const { requestor_name, phone, email, address, description, staff_notes, staff_name } = personalData(seed, 'Pothole');
  const [first_name, last_name] = requestor_name.split(' ');
  return {
    ...row,
    ...{ description, address, requestor_name, first_name, last_name, phone, email },
    status_notes: staff_notes,
    service_notice: `Ask ${staff_name}`,
    address_id: address,
    zipcode: phone,
    account_id: email,
    device_id: phone,
    media_url: `https://pictures.example/${email}.jpg`,
    extended_attributes: { first_name, comments: [description, staff_notes] },
  };
}

/** Requests of an invented city, `everyMinutes` apart, the first at `from`; two in three are closed two days later. */
export function makeRequests(count: number, from: string, everyMinutes = 30): FakeRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const requestedAt = Date.parse(from) + index * everyMinutes * 60_000;
    const isClosed = index % 3 !== 0;
    const updatedAt = isClosed ? requestedAt + 2 * 86_400_000 : requestedAt;
    return {
      requestedAt,
      listedAt: requestedAt,
      updatedAt,
      last: {
        service_request_id: `R-${1000 + index}`,
        status: isClosed ? 'closed' : 'open',
        service_name: index % 2 === 0 ? 'Pothole' : 'Graffiti & tags',
        service_code: index % 2 === 0 ? 'P1' : 'G1',
        agency_responsible: 'Works',
        requested_datetime: isoTime(requestedAt),
        updated_datetime: isoTime(updatedAt),
        expected_datetime: null,
        lat: 46.5 + index / 1000,
        long: -84.3,
      },
    };
  });
}

export function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
