/** A Salesforce of many cases, as a process of its own; prints its address once it listens. */

import { generateKeyPairSync } from 'node:crypto';
import { FakeSalesforce } from '../../fakes/salesforce/salesforce-server.ts';

const [, , size = '', start = '', now = '', secondsApart = ''] = process.argv;
const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const fake = new FakeSalesforce({
  size: Number(size),
  start: new Date(start),
  secondsApart: Number(secondsApart),
  now: new Date(now),
  app: { clientId: 'id', clientSecret: 'secret', username: 'user', publicKey, audience: '' },
});
fake.bulk.settings.pollsUntilDone = 0;
await fake.listen();
process.stdout.write(`${fake.url}\n`);
