/**
 * One pull of the fake's cases into a data folder, as a process that can be measured: `bulk`, `rest` or `night` (what has
 * changed since the pull before). `floor` asks for the same answers as `bulk` or `rest` does and throws them away.
 */

import { dataFolders } from '../../../scripts/support/data-folders.ts';
import { HttpClient } from '../../../scripts/support/http-client.ts';
import { pullSource } from '../../../scripts/sources/pull-source.ts';
import { salesforceSource } from '../../../scripts/sources/salesforce/salesforce-source.ts';
import { openWarehouse } from '../../../scripts/warehouse/open-warehouse.ts';
import { openRecordStore } from '../../../scripts/warehouse/record-store.ts';
import { type SalesforceSource, sourceSettings } from '../../../src/contract/sources.ts';

const [, , way = '', url = '', folder = '', start = '', moment = ''] = process.argv;
const now = new Date(moment);
const settings = sourceSettings.parse({
  ...{ id: 'crm', kind: 'salesforce', url, history: false },
  sign_in: { flow: 'client_credentials', client_id: '$ID', client_secret: '$SECRET' },
}) as SalesforceSource;
const http = new HttpClient({ now: () => now.getTime() });
const { connection, close } = await openWarehouse({ file: ':memory:' });
const source = salesforceSource(settings, connection, {
  http,
  environment: { ID: 'id', SECRET: 'secret' },
  now: () => now,
  wait: async () => {},
  stillMs: 0,
});
const rest: typeof source = {
  ...source,
  changes: (window, known) => source.changes({ ...window, since: new Date(start) }, known),
};
const folders = dataFolders(folder);
await openRecordStore(connection, folders.records);
const { recordCount } = await pullSource({
  source: way === 'rest' ? rest : source,
  ...{ raw: folders.raw, connection, now, asOf: undefined, accepted: new Set<string>(), onProgress: () => {} },
});
close();
process.stdout.write(`records ${recordCount}\n`);
