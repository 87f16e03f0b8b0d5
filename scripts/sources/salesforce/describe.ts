/** What the organization says of an object: its fields as our account sees them, before any record is asked for. */

import { z } from 'zod';
import type { HttpAnswer } from '../../support/http-client.ts';
import { type AskedPlace, fieldsMissing, unreadable } from '../source-errors.ts';
import { jsonOf } from './json-of.ts';
import type { MappedField } from './case-fields.ts';
import { asMissing, personalFields } from './salesforce-errors.ts';
import type { Session } from './session.ts';

const description = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      relationshipName: z.string().nullish(),
      picklistValues: z.array(z.object({ value: z.string(), active: z.boolean() })).default([]),
    }),
  ),
  recordTypeInfos: z.array(z.object({ name: z.string(), master: z.boolean().default(false) })).default([]),
});
export type Description = z.infer<typeof description>;

export interface Described {
  readonly description: Description;
  readonly answer: HttpAnswer;
  readonly place: AskedPlace;
}

/** Types that hold somebody's words or how to reach somebody, whatever the field is called. */
const personalTypes = new Set(['textarea', 'email', 'phone', 'address', 'encryptedstring']);

export function holdsWords({ type }: Description['fields'][number]): boolean {
  return personalTypes.has(type);
}

export async function describe(session: Session, object: string): Promise<Described> {
  const path = session.versioned(`sobjects/${object}/describe`);
  const place = session.place(path);
  const answer = await session.get(path);
  const read = description.safeParse(jsonOf(answer, place));
  if (!read.success) throw unreadable(place, 'fields', 'an answer without them');
  return { description: read.data, answer, place };
}

/** Throws CRM_FIELD_MISSING or SOURCE_FIELD_PERSONAL, each with all fields at once. */
export function checkFields({ description: { fields }, place }: Described, mapped: readonly MappedField[]): void {
  const missing = mapped.filter(({ name }) => !isOffered(name, fields));
  if (missing.length > 0) throw fieldsMissing(place, missing.map(asMissing), offered(fields));
  const typeOf = (name: string) => fields.find((field) => field.name === name)?.type ?? '';
  const personal = mapped.filter(({ name }) => personalTypes.has(typeOf(name)));
  if (personal.length > 0) throw personalFields(place, personal, ({ name }) => typeOf(name));
}

/** Of a path only the first step is known here; whether the rest is there, the query tells. */
function isOffered(name: string, fields: Description['fields']): boolean {
  const [first, ...rest] = name.split('.');
  if (rest.length > 0) return fields.some(({ relationshipName }) => relationshipName === first);
  // A point as a whole is no value, and in bulk it is refused; its two parts are fields of their own.
  return fields.some((field) => field.name === first && field.type !== 'location');
}

function offered(fields: Description['fields']): string[] {
  return fields.flatMap(({ name, relationshipName }) => (relationshipName ? [name, `${relationshipName}.Name`] : name));
}

/** The values that a mapped field can have, where it is a list or the record type; none where anything can be typed. */
export function valuesOf({ fields, recordTypeInfos }: Description, name: string | undefined): string[] {
  // The master is what a case without a record type has.
  if (name === 'RecordType.Name') return recordTypeInfos.filter(({ master }) => !master).map((info) => info.name);
  const listed = fields.find((field) => field.name === name)?.picklistValues ?? [];
  return listed.filter(({ active }) => active).map(({ value }) => value);
}
