/**
 * A night up to its exports, as a process that can be killed, at a moment that its caller chooses: arguments are the data
 * folder and the moment. The steps are those of `npm run nightly`; only the clock is another.
 */

import { exportTables } from '../../scripts/exports/export.ts';
import { measure } from '../../scripts/measures/measure.ts';
import { processEffects } from '../../scripts/sources/open-sources.ts';
import { pull } from '../../scripts/sources/pull.ts';
import { stage } from '../../scripts/staging/stage.ts';
import { dataFolders } from '../../scripts/support/data-folders.ts';
import { HttpClient } from '../../scripts/support/http-client.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { setCityZone, setSurrogateKey } from '../../scripts/warehouse/set-variables.ts';

const [, , folder = '', moment = ''] = process.argv;
const now = new Date(moment);
const folders = dataFolders(folder);
const city = await readCity(folders.city);

const pulling = await openWarehouse({ file: ':memory:' });
const http = new HttpClient({ now: () => now.getTime(), wait: async () => {} });
await pull({
  ...{ city, folders, connection: pulling.connection, now, asOf: undefined, onProgress: () => {} },
  effects: { ...processEffects(), http, now: () => now },
});
pulling.close();

const { connection, close } = await openWarehouse({ file: folders.warehouse, fresh: true });
await setCityZone(connection, city.settings.time_zone);
await setSurrogateKey(connection, 'a secret of the tests');
await stage({ city, folders, connection, asOf: undefined, onModel: () => {} });
await measure(connection, () => {});
await exportTables({ city, folders, connection, builtAt: now, onFile: () => {} });
close();
