/** Writes the rows that the runbook shows under a heading into a city folder: what it shows is what is tried. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3';
import { readProjectFile } from '../house/project-files.ts';

interface Snippet {
  /** The file of the city folder that its fence names. */
  readonly file: string;
  readonly text: string;
}
type Item = { readonly id?: string; readonly properties?: { readonly area_id: string } };

/** A shown row takes the place of those with the same first cell; a list in JSON, of the items with the same id. */
export async function writeRunbookRows(cityFolder: string, heading: string): Promise<void> {
  for (const { file, text } of snippetsUnder(heading)) {
    const path = join(cityFolder, file);
    const present = await readFile(path, 'utf8');
    await writeFile(path, file.endsWith('.csv') ? withRows(present, text) : withItems(present, text));
  }
}

function snippetsUnder(heading: string): Snippet[] {
  const sections = readProjectFile('scripts/README.md').split(/^##+ /m);
  const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const snippets = [...section.matchAll(/^```(?:csv|json) (\S+)\n([\s\S]*?)^```$/gm)];
  if (snippets.length === 0) throw new Error(`The runbook shows no rows under "${heading}".`);
  return snippets.map(([, file = '', text = '']) => ({ file, text }));
}

function withRows(present: string, shown: string): string {
  const rows = csvParse(shown);
  const old = csvParse(present);
  const [key = ''] = old.columns;
  const kept = old.filter((row) => !rows.some((one) => one[key] === row[key]));
  return csvFormat([...rows, ...kept], [...new Set([...old.columns, ...rows.columns])]);
}

function withItems(present: string, shown: string): string {
  const file: Record<string, unknown> = JSON.parse(present);
  for (const [name, items] of Object.entries<Item[]>(JSON.parse(`{${shown}}`))) {
    const kept = (file[name] as Item[]).filter((old) => !items.some((item) => idOf(item) === idOf(old)));
    file[name] = [...items, ...kept];
  }
  return JSON.stringify(file);
}

function idOf({ id, properties }: Item): string | undefined {
  return id ?? properties?.area_id;
}
