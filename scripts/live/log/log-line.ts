/** What the log of the lane holds, a line each: a look at a feed with all it gave, or the key of an event. */

import { z } from 'zod';
import { vehicleKinds } from '../../../src/contract/live.ts';

const fix = z.object({
  vehicle: z.string(),
  at: z.number().nullable(),
  receivedAt: z.number(),
  lon: z.number(),
  lat: z.number(),
  speed: z.number().optional(),
  bearing: z.number().optional(),
  accuracy: z.number().optional(),
  work: z.object({
    blade: z.boolean().optional(),
    wing: z.boolean().optional(),
    spreader: z.boolean().optional(),
    blower: z.boolean().optional(),
    loader: z.boolean().optional(),
  }),
  kind: z.enum(vehicleKinds),
  source: z.string(),
});

/** One look at a feed: what it gave, and where to go on, are logged together or not at all. */
const look = z.object({
  /** The relay's clock when it asked, in milliseconds since 1970. */
  at: z.number(),
  feed: z.string(),
  cursor: z.string().nullable(),
  fixes: z.array(fix),
  /** Why it could not be read; null where it could. */
  failure: z.string().nullable(),
});
export type LookLine = z.infer<typeof look>;

/** From here on labels are made with this key, and what was before is forgotten. */
const eventKey = z.object({
  at: z.number(),
  event: z.string(),
  /** 32 random bytes, in base64. */
  key: z.string(),
});
export type EventLine = z.infer<typeof eventKey>;

export type LogLine = LookLine | EventLine;
const line = z.union([look, eventKey]);

/** Undefined for half a line, which a kill leaves at the end of a file. */
export function parseLine(text: string): LogLine | undefined {
  try {
    return line.parse(JSON.parse(text)) as LogLine;
  } catch {
    return undefined;
  }
}
