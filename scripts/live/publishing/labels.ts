/** What the public calls a vehicle during one event, and never again: nothing leads from it to the vehicle. */

import { createHmac } from 'node:crypto';

/** Without vowels, so that no word comes out, and without what is read for another. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const LENGTH = 5;

/** The key is random, of one event, and nowhere but in the relay's own files. */
export function labelOf(key: string, source: string, vehicle: string): string {
  const digest = createHmac('sha256', Buffer.from(key, 'base64')).update(`${source}\0${vehicle}`).digest();
  return Array.from({ length: LENGTH }, (_, i) => letters[digest.readUInt32BE(i * 4) % letters.length]).join('');
}
