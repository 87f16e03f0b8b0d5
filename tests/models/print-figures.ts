/** Prints the figures of one generated delivery: run in another time zone of the machine, it must print the same. */

import fc from 'fast-check';
import { openWarehouse } from '../../scripts/warehouse/open-warehouse.ts';
import { cellOf } from './compare-figures.ts';
import { readModels } from './model-case.ts';
import { eightMonths } from './oracle/deliveries.ts';
import { runChain } from './run-chain.ts';

const [delivery] = fc.sample(eightMonths, { numRuns: 1, seed: Number(process.argv[2]) });
if (delivery === undefined) throw new Error('nothing was generated');
const { connection, close } = await openWarehouse({ file: ':memory:' });
const figures = await runChain(connection, await readModels(), delivery);
close();
const lines = figures.map((figure) => `${cellOf(figure)} ${JSON.stringify(Object.values(figure))}`).toSorted();
process.stdout.write(`${new Date(0).getTimezoneOffset()}\n${lines.join('\n')}\n`);
