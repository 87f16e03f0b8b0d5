/** The small city with the fakes of two request systems behind it: Salesforce cases, and an Open311 server. */

import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FakeSalesforce } from '../fakes/salesforce/salesforce-server.ts';
import { writeSmallCity } from '../pipeline/small-city.ts';

/** Of the account that reads cases: in the environment of a night. */
export const crmSecrets = { SALESFORCE_ID: 'id-of-plainview', SALESFORCE_SECRET: 'b7f1c0ffee-very-secret' };

export interface CasesOptions {
  readonly size: number;
  readonly start: Date;
  readonly now: Date;
  readonly secondsApart: number;
}

export async function serveCases(options: CasesOptions): Promise<FakeSalesforce> {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { SALESFORCE_ID: clientId, SALESFORCE_SECRET: clientSecret } = crmSecrets;
  const app = { clientId, clientSecret, username: 'user', publicKey, audience: '' };
  const fake = new FakeSalesforce({ ...options, app });
  fake.bulk.settings.pollsUntilDone = 0;
  await fake.listen();
  return fake;
}

export function casesSource(url: string) {
  return {
    ...{ id: 'cases', kind: 'salesforce', url },
    sign_in: { flow: 'client_credentials', client_id: '$SALESFORCE_ID', client_secret: '$SALESFORCE_SECRET' },
  };
}

/** `city/` below the data folder, with these sources. */
export async function writeCrmCity(dataFolder: string, sources: readonly object[]): Promise<void> {
  await writeSmallCity(dataFolder);
  const city = (name: string) => join(dataFolder, 'city', name);
  const settings = JSON.parse(await readFile(city('city.json'), 'utf8'));
  await writeFile(city('city.json'), JSON.stringify({ ...settings, sources }));
  const services = [
    'service_code,service_group,department,kind,tier,name_en,matches',
    'pothole,roads,works,request,A,Pothole,',
    'light,roads,works,request,A,Street light,Street light',
    'collection,homes,works,request,B,Missed collection,Missed collection',
    'graffiti,homes,works,request,B,Graffiti,Graffiti & tags',
  ];
  await writeFile(city('services.csv'), `${services.join('\n')}\n`);
  const statuses = [
    'source,status,closure,outcome',
    '*,New,*,open',
    '*,Open,*,open',
    '*,Working,*,open',
    '*,Closed,*,fulfilled',
    '*,Closed - duplicate,*,duplicate',
  ];
  await writeFile(city('statuses.csv'), `${statuses.join('\n')}\n`);
}
