/** A store as small as can be: of each id what was updated last, else what came last. */

import type { RawRecord } from '../../../scripts/sources/source.ts';

export class LastStates {
  readonly byId = new Map<string, RawRecord>();

  take(records: readonly RawRecord[]): void {
    for (const record of records) {
      if (!record.id) continue;
      const before = this.byId.get(record.id);
      if (!before || !(versionOf(before) > versionOf(record))) this.byId.set(record.id, record);
    }
  }

  idsWithout(status: string): string[] {
    return [...this.byId.values()].filter((record) => record.status?.toLowerCase() !== status).map(({ id }) => id!);
  }
}

function versionOf({ updated_at, requested_at }: RawRecord): number {
  return Date.parse(updated_at ?? requested_at ?? '');
}
