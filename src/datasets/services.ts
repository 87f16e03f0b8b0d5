/** The services of the city, by group, with the targets that each has had. */

import type { PrivacyTier } from '../contract/city.ts';
import type { Names } from './name-in.ts';
import { readNames } from './names.ts';
import { readArrow } from './read-arrow.ts';

export interface Service {
  readonly code: string;
  readonly names: Names;
  readonly group: string;
  readonly groupNames: Names;
  readonly departmentNames: Names;
  readonly kind: string;
  readonly tier: PrivacyTier;
}

export interface ServiceGroup {
  readonly code: string;
  readonly names: Names;
  readonly services: readonly Service[];
}

export interface Target {
  readonly validFrom: string;
  readonly value: number;
  readonly unit: 'hours' | 'days' | 'business_days';
  readonly owner: string;
}

export const services: readonly Service[] = readArrow('services').map((row) => {
  const code = String(row['service_code']);
  const owner = `The service "${code}"`;
  return {
    code,
    names: readNames(row, owner),
    group: String(row['service_group']),
    groupNames: readNames(row, owner, 'group_'),
    departmentNames: readNames(row, owner, 'department_'),
    kind: String(row['kind']),
    tier: row['tier'] as PrivacyTier,
  };
});

const targets = Map.groupBy(readArrow('targets'), (row) => String(row['service_code']));

/** The groups in the order in which the city lists their services. */
export const serviceGroups: readonly ServiceGroup[] = [...Map.groupBy(services, (service) => service.group)].map(
  ([code, members]) => ({ code, names: members[0]?.groupNames ?? {}, services: members }),
);

/** Newest first. */
export function targetsOf(service: string): Target[] {
  return (targets.get(service) ?? [])
    .map((row) => ({
      validFrom: String(row['valid_from']),
      value: Number(row['value']),
      unit: row['unit'] as Target['unit'],
      owner: String(row['owner'] ?? ''),
    }))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}
