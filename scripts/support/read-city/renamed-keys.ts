/** Names in the city folder that a newer version changed: an older folder is told exactly what to write instead. */

import type { Fault } from '../operator-error.ts';

export interface RenamedKey {
  /** `city.json`, `areas.geojson`, or a list such as `services.csv`. */
  readonly file: string;
  /** A column, or the way to a key, with `[]` for any place in a list: `sources[].folder`. */
  readonly old: string;
  /** The new name, at the same place; null where nothing is to be written any more. */
  readonly now: string | null;
  /** The version that changed it. */
  readonly since: string;
}

/** Whoever renames a key or column adds a line here; it stays for ever. */
export const renamedKeys: readonly RenamedKey[] = [];

export function findRenamed(renamed: readonly RenamedKey[], file: string, path: string): RenamedKey | undefined {
  const anywhere = path.replaceAll(/\[\d+\]/g, '[]');
  return renamed.find((one) => one.file === file && one.old === anywhere);
}

export function renamedFault(where: string, { now, since }: RenamedKey): Fault {
  const expected =
    now === null ? 'nothing: it is not needed any more, delete it' : `${now}: the same, under its new name`;
  return { where, found: `a name from before version ${since}`, expected };
}
