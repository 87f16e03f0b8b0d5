/** The rows of a GeoReport list, in whichever of its wrappings they come. */

/** One object of an answer: everything that the server sent of it. Only `read-request.ts` takes anything out of it. */
export type Row = Readonly<Record<string, unknown>>;

interface Shape {
  /** The names of the list, and of one of its rows, as a wrapping. */
  readonly wrappings: readonly string[];
  /** A row has at least one of these. */
  readonly marks: readonly string[];
}

const shapes = {
  requests: {
    wrappings: ['service_requests', 'service_request', 'requests', 'request'],
    marks: ['service_request_id', 'token', 'service_name', 'service_code', 'status'],
  },
  services: { wrappings: ['services', 'service'], marks: ['service_code', 'service_name'] },
  errors: { wrappings: ['errors', 'error'], marks: ['code'] },
} as const satisfies Record<string, Shape>;

/**
 * Of `[…]`, `{"service_requests": […]}`, `{"service_requests": {"request": …}}` (the XML), one object instead of a list of
 * one, and nothing at all for an empty list. Undefined where it is none of these.
 */
export function listRows(answer: unknown, kind: keyof typeof shapes): readonly Row[] | undefined {
  const { wrappings, marks }: Shape = shapes[kind];
  const rows = unwrap(answer, wrappings, 2);
  return rows?.every((row) => marks.some((mark) => Object.hasOwn(row, mark))) ? rows : undefined;
}

function unwrap(value: unknown, wrappings: readonly string[], depth: number): readonly Row[] | undefined {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value.every(isRow) ? value : undefined;
  if (!isRow(value)) return undefined;
  const wrapping = wrappings.find((name) => depth > 0 && Object.hasOwn(value, name));
  return wrapping === undefined ? [value] : unwrap(value[wrapping], wrappings, depth - 1);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The code of `[{code, description}]`, whose description may repeat what was sent; undefined where it is no such list. */
export function errorCode(answer: unknown): string | undefined {
  const code = String(listRows(answer, 'errors')?.[0]?.['code'] ?? '');
  return /^\w{1,20}$/.test(code) ? code : undefined;
}
