/** The keys a zod schema knows at a place in a value, so that a misspelt one can be answered with the nearest. */

import type { z } from 'zod';

/** The few properties of a zod definition that are walked. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly discriminator?: string;
  readonly options?: readonly Schema[];
  readonly keyType?: Schema & { readonly options?: readonly string[] };
  readonly valueType?: Schema;
}
type Schema = { readonly _zod: { readonly def: Definition } };

export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly string[] {
  let at: Schema | undefined = unwrap(schema as unknown as Schema, value);
  let here = value;
  for (const key of path) {
    if (at === undefined) return [];
    here = isRecord(here) || Array.isArray(here) ? (here as Record<PropertyKey, unknown>)[key] : undefined;
    const next: Schema | undefined = child(at._zod.def, key);
    at = next === undefined ? undefined : unwrap(next, here);
  }
  const definition = at?._zod.def;
  return definition?.shape ? Object.keys(definition.shape) : [...(definition?.keyType?.options ?? [])];
}

function child(definition: Definition, key: PropertyKey): Schema | undefined {
  return definition.shape?.[String(key)] ?? definition.element ?? definition.valueType;
}

/** Passes through defaults and nullables; of a union, takes the branch that the value's discriminator names. */
function unwrap(schema: Schema, value: unknown): Schema | undefined {
  const { innerType, options, discriminator } = schema._zod.def;
  if (innerType) return unwrap(innerType, value);
  if (!options) return schema;
  if (discriminator === undefined) return options.find((option) => option._zod.def.shape !== undefined);
  const named = isRecord(value) ? value[discriminator] : undefined;
  return options.find((option) => {
    const literal = option._zod.def.shape?.[discriminator]?._zod.def as { readonly values?: readonly unknown[] };
    return literal?.values?.includes(named);
  });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
