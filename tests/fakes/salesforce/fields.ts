/** The fields of the fake organization's objects, with those that hold personal data: a real `Case` has all of them. */

import { statuses, types, wards } from './lifecycle.ts';

export interface FakeField {
  readonly name: string;
  readonly type: string;
  readonly relationshipName?: string;
  readonly picklistValues?: readonly { readonly value: string; readonly active: boolean }[];
}

const picklist = (values: readonly string[]) => values.map((value) => ({ value, active: true }));

export const caseFields: readonly FakeField[] = [
  { name: 'Id', type: 'id' },
  { name: 'IsDeleted', type: 'boolean' },
  { name: 'CaseNumber', type: 'string' },
  { name: 'ContactId', type: 'reference', relationshipName: 'Contact' },
  { name: 'AccountId', type: 'reference', relationshipName: 'Account' },
  { name: 'OwnerId', type: 'reference', relationshipName: 'Owner' },
  { name: 'RecordTypeId', type: 'reference', relationshipName: 'RecordType' },
  { name: 'Department__c', type: 'reference', relationshipName: 'Department__r' },
  { name: 'SuppliedName', type: 'string' },
  { name: 'SuppliedEmail', type: 'email' },
  { name: 'SuppliedPhone', type: 'string' },
  { name: 'ContactEmail', type: 'email' },
  { name: 'ContactPhone', type: 'phone' },
  { name: 'Subject', type: 'string' },
  { name: 'Description', type: 'textarea' },
  { name: 'Comments', type: 'textarea' },
  { name: 'Resolution__c', type: 'textarea' },
  { name: 'Type', type: 'picklist', picklistValues: [...picklist(types), { value: 'Retired', active: false }] },
  { name: 'Status', type: 'picklist', picklistValues: picklist(statuses.map(({ ApiName }) => ApiName)) },
  { name: 'Origin', type: 'picklist', picklistValues: picklist(['Phone', 'Web']) },
  { name: 'IsClosed', type: 'boolean' },
  { name: 'CreatedDate', type: 'datetime' },
  { name: 'ClosedDate', type: 'datetime' },
  { name: 'LastModifiedDate', type: 'datetime' },
  { name: 'SystemModstamp', type: 'datetime' },
  { name: 'Due__c', type: 'date' },
  { name: 'Ward__c', type: 'picklist', picklistValues: picklist(wards) },
  { name: 'Reopened__c', type: 'double' },
  { name: 'Place__c', type: 'location' },
  { name: 'Place__Latitude__s', type: 'double' },
  { name: 'Place__Longitude__s', type: 'double' },
];

export const historyFields: readonly FakeField[] = [
  { name: 'Id', type: 'id' },
  { name: 'CaseId', type: 'reference', relationshipName: 'Case' },
  { name: 'OwnerId', type: 'reference', relationshipName: 'Owner' },
  { name: 'Status', type: 'string' },
  { name: 'IsDeleted', type: 'boolean' },
  { name: 'PreviousUpdate', type: 'datetime' },
  { name: 'LastModifiedById', type: 'reference', relationshipName: 'LastModifiedBy' },
  { name: 'LastModifiedDate', type: 'datetime' },
  { name: 'SystemModstamp', type: 'datetime' },
];

export const statusFields: readonly FakeField[] = [
  { name: 'Id', type: 'id' },
  { name: 'ApiName', type: 'string' },
  { name: 'MasterLabel', type: 'string' },
  { name: 'IsClosed', type: 'boolean' },
  { name: 'SortOrder', type: 'int' },
];
