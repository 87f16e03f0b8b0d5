/** What somebody typed, taken apart: a corner of two streets, a number and a street, or a street. */

export type Query =
  | { readonly kind: 'corner'; readonly first: string; readonly second: string }
  | { readonly kind: 'address'; readonly number: number; readonly name: string }
  | { readonly kind: 'street'; readonly name: string };

const between = /\s+(?:and|et|at|with|x)\s+|\s*[&/@+]\s*/i;
const opening =
  /^\s*(?:(?:the\s+)?corner(?:\s+of)?|intersection(?:\s+(?:of|de|des))?|(?:à\s+l['’])?angle(?:\s+(?:de|des|du))?|coin(?:\s+(?:de|des|du))?)\s+/i;
const address = /^\s*(\d{1,6})\s*[a-z]?\s*(?:[-–]\s*\d+\s*)?,?\s+(\S.*)$/i;

/** Every way to read it, the likeliest first: a street may well be named “4 Mile Road”, or after two people. */
export function readQuery(text: string): readonly Query[] {
  const said = text.replace(opening, '').trim();
  const queries: Query[] = [];
  const [first = '', second = '', more] = said.split(between).map((part) => part.trim());
  if (first !== '' && second !== '' && more === undefined) queries.push({ kind: 'corner', first, second });
  const [, number, name] = address.exec(said) ?? [];
  if (number !== undefined && name !== undefined) queries.push({ kind: 'address', number: Number(number), name });
  if (said !== '') queries.push({ kind: 'street', name: said });
  return queries;
}
