/** The measure step of a night as a process of its own; prints how long each model kept the processors. */

import { measure } from '../../../scripts/measures/measure.ts';
import { openWarehouse } from '../../../scripts/warehouse/open-warehouse.ts';
import { setCityZone, setSurrogateKey } from '../../../scripts/warehouse/set-variables.ts';

const [, , file = '', zone = ''] = process.argv;
const { connection, close } = await openWarehouse({ file });
await setCityZone(connection, zone);
await setSurrogateKey(connection, 'a secret of the bench');

let running = 'opening';
let before = process.cpuUsage();
const next = (name: string) => {
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${running} ${((user + system) / 1e6).toFixed(3)}\n`);
  running = name;
  before = process.cpuUsage();
};
const { figureCount } = await measure(connection, next);
next('');
process.stdout.write(`figures ${figureCount}\n`);
close();
