/** Marks a file that a test has just written as delivered whole, as a city's transfer does: a night need not wait. */

import { utimes, writeFile } from 'node:fs/promises';

/** The mark is later than any change that the test makes to the file afterwards. */
export async function markDelivered(file: string): Promise<void> {
  await writeFile(`${file}.done`, '');
  const later = new Date(Date.now() + 24 * 3_600_000);
  await utimes(`${file}.done`, later, later);
}
