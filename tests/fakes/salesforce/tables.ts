/** The rows of the fake organization's objects, made one by one as they are read. */

import { personalData } from '../../../scripts/sources/demo/planted-personal-data.ts';
import { type CaseEvent, chance, statuses, types, wards } from './lifecycle.ts';
import type { Organization } from './organization.ts';

/** A time, so that each way of answering writes it as the real one does. */
export type FakeValue = string | number | boolean | Date | null;

export interface FakeRow {
  /** Where to go on after it. */
  readonly ref: number;
  readonly id: string;
  /** SystemModstamp, in milliseconds. */
  readonly changedAt: number;
  readonly isDeleted: boolean;
  value(field: string): FakeValue;
}

export interface FakeTable {
  /** From that reference on, in order of the references. */
  rows(from?: number): Iterable<FakeRow>;
}

/** Eighteen characters, of which the last three guard the case of the others: none here has capitals. */
export function caseId(index: number): string {
  return `500al${String(index).padStart(10, '0')}AAA`;
}

export function caseTable(organization: Organization): FakeTable {
  return {
    *rows(from = 0) {
      const count = organization.count();
      for (let index = from; index < count; index++) yield caseRow(index, organization.events(index));
    },
  };
}

function caseRow(index: number, events: readonly CaseEvent[]): FakeRow {
  const last = events.at(-1)!;
  return {
    ref: index,
    id: caseId(index),
    changedAt: last.at,
    isDeleted: last.isDeleted,
    value: (field) => caseValue(index, events, last, field),
  };
}

const closing = (status: string) => statuses.some(({ ApiName, IsClosed }) => ApiName === status && IsClosed);
const pick = <T>(list: readonly T[], index: number, use: string): T =>
  list[Math.floor(chance(index, use) * list.length)]!;

function caseValue(index: number, events: readonly CaseEvent[], last: CaseEvent, field: string): FakeValue {
  const isClosed = closing(last.status);
  switch (field) {
    case 'Id':
      return caseId(index);
    case 'Status':
      return last.status;
    case 'IsClosed':
      return isClosed;
    case 'IsDeleted':
      return last.isDeleted;
    case 'CreatedDate':
      return new Date(events[0]!.at);
    case 'ClosedDate':
      return isClosed ? new Date(last.at) : null;
    case 'SystemModstamp':
    case 'LastModifiedDate':
      return new Date(last.at);
    case 'Type':
      return pick(types, index, 'type');
    case 'Origin':
      return chance(index, 'origin') < 0.6 ? 'Phone' : 'Web';
    case 'RecordType.Name':
      return 'Service request';
    case 'Department__r.Name':
      return chance(index, 'department') < 0.1 ? null : 'Roads, parks';
    case 'Ward__c':
      return pick([...wards, null], index, 'ward');
    case 'Due__c':
      return last.dueOn ?? new Date(events[0]!.at + 5 * 86_400_000).toISOString().slice(0, 10);
    case 'Reopened__c':
      return events.filter((event, at) => !closing(event.status) && closing(events[at - 1]?.status ?? '')).length;
    case 'Place__Latitude__s':
      return 46.3 + chance(index, 'latitude') / 10;
    case 'Place__Longitude__s':
      return -79.5 + chance(index, 'longitude') / 10;
    default:
      return personalValue(index, field);
  }
}

/** Everything else is somebody's name, contact or words. */
function personalValue(index: number, field: string): FakeValue {
  const person = personalData(index * 2654435761, 'case');
  switch (field) {
    case 'CaseNumber':
      return `SRX-20260101-${String(index % 10_000).padStart(4, '0')}`;
    case 'SuppliedEmail':
    case 'ContactEmail':
      return person.email;
    case 'SuppliedPhone':
    case 'ContactPhone':
      return person.phone;
    case 'Description':
    case 'Resolution__c':
      return person.description;
    case 'Comments':
      return person.staff_notes;
    case 'Owner.Name':
      return person.staff_name;
    default:
      return `${person.requestor_name}, ${person.address}`;
  }
}

/** Eight references are kept for each case. */
const MOST_EVENTS = 8;

export function historyTable(organization: Organization): FakeTable {
  return {
    *rows(from = 0) {
      const count = organization.count();
      for (let index = Math.floor(from / MOST_EVENTS); index < count; index++) {
        const events = organization.events(index).filter(({ isDeleted }) => !isDeleted);
        for (const [at, event] of events.entries()) {
          const ref = index * MOST_EVENTS + at;
          if (ref >= from) yield historyRow(ref, index, event, events[at - 1]);
        }
      }
    },
  };
}

function historyRow(ref: number, index: number, event: CaseEvent, before: CaseEvent | undefined): FakeRow {
  const values: Readonly<Record<string, FakeValue>> = {
    Id: `7F0al${String(ref).padStart(10, '0')}AAA`,
    CaseId: caseId(index),
    Status: event.status,
    IsDeleted: false,
    PreviousUpdate: before === undefined ? null : new Date(before.at),
    LastModifiedDate: new Date(event.at),
    SystemModstamp: new Date(event.at),
  };
  const value = (field: string) => values[field] ?? personalValue(index, field);
  return { ref, id: String(values.Id), changedAt: event.at, isDeleted: false, value };
}

export function statusTable(): FakeTable {
  return {
    *rows(from = 0) {
      for (const [ref, status] of statuses.entries()) {
        if (ref < from) continue;
        const values: Readonly<Record<string, FakeValue>> = {
          ...status,
          SortOrder: ref,
          Id: `01Jal000000000${ref}AAA`,
        };
        yield { ref, id: String(values.Id), changedAt: 0, isDeleted: false, value: (field) => values[field] ?? null };
      }
    },
  };
}
