/** What a file drop holds: which columns are read, and which are not. */

import type { City } from '../../src/contract/city.ts';
import { mappedNames } from '../../src/contract/mapped-names.ts';
import type { FilesSource } from '../../src/contract/sources.ts';
import { count } from '../new-city/describe-proposal.ts';
import { findFiles } from '../sources/files/find-files.ts';
import { foldName } from '../sources/files/find-header.ts';
import type { Source } from '../sources/source.ts';

export async function describeFiles(city: City, settings: FilesSource, source: Source): Promise<string[]> {
  const files = await findFiles(settings, city);
  const columns = (await source.discover()).fields;
  const mapped = Object.entries(mappedNames(settings));
  const read = new Set(mapped.map(([, name]) => foldName(name)));
  const unread = columns.filter((name) => !read.has(foldName(name)));
  return [
    `  ${count(files.length)} of ${settings.pattern} in ${settings.folder}`,
    `  read: ${mapped.map(([field, name]) => (field === name ? field : `${name} → ${field}`)).join(', ')}`,
    `  not read, and never stored: ${unread.join(', ') || 'nothing'}`,
  ];
}
