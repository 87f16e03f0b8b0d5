/** The files of the search for a street, among those that are named after their content. */

import type { APIRoute } from 'astro';
import { makeSearchFiles } from '../datasets/search-files.ts';
import { hasStreets, levels, streets } from '../datasets/streets.ts';
import { withBase } from '../i18n/routes.ts';

export function getStaticPaths() {
  const files = hasStreets ? makeSearchFiles(streets, levels, withBase).all : [];
  return files.map(({ path, text }) => ({ params: { search: path.replace(/\.json$/, '') }, props: { text } }));
}

export const GET: APIRoute = ({ props }) => new Response(props['text']);
