/** Step 1, pull: every source's pages land in `raw/`, cut to the allow-list, before anything else happens. */

import type { DuckDBConnection } from '@duckdb/node-api';
import type { City } from '../../src/contract/city.ts';
import type { DataFolders } from '../support/data-folders.ts';
import { openRecordStore } from '../warehouse/record-store.ts';
import { openSources, processEffects, type SourceEffects } from './open-sources.ts';
import { pullSource } from './pull-source.ts';

export interface PullOptions {
  readonly city: City;
  readonly folders: DataFolders;
  readonly connection: DuckDBConnection;
  /** When the reading begins. */
  readonly now: Date;
  /** Nothing after it is asked for. */
  readonly asOf: Date | undefined;
  /** Tripwires that the operator lets pass for one night. */
  readonly accepted?: ReadonlySet<string>;
  readonly effects?: SourceEffects;
  readonly onProgress: (records: number) => void;
}

export interface Pulled {
  readonly recordCount: number;
  readonly sourceCount: number;
  /** What the operator should know, in a sentence each. */
  readonly notes: readonly string[];
}

export async function pull({
  city,
  folders,
  connection,
  now,
  asOf,
  accepted = new Set(),
  effects = processEffects(),
  onProgress,
}: PullOptions): Promise<Pulled> {
  const sources = openSources(city, connection, effects);
  if (sources.some(({ delivery }) => delivery === 'delta')) await openRecordStore(connection, folders.records);
  const notes: string[] = [];
  let recordCount = 0;
  for (const source of sources) {
    const before = recordCount;
    const progress = (records: number) => onProgress(before + records);
    const pulled = await pullSource({
      source,
      raw: folders.raw,
      connection,
      now,
      asOf,
      accepted,
      onProgress: progress,
    });
    recordCount += pulled.recordCount;
    notes.push(...pulled.notes);
  }
  return { recordCount, sourceCount: sources.length, notes };
}
