/** The city's one colour as a stylesheet of its own, so that no page needs a style inside it. */

import { city } from '../datasets/manifest.ts';
import { accentsFor } from '../styles/accent.ts';

export function GET(): Response {
  const { light, dark } = accentsFor(city.accent);
  return new Response(`:root{--accent-light:${light};--accent-dark:${dark}}\n`);
}
