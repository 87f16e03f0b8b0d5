/** The JSON of an answer. */

import type { HttpAnswer } from '../../support/http-client.ts';
import { type AskedPlace, unreadable } from '../source-errors.ts';

/** Throws SOURCE_ANSWER_UNREADABLE. */
export function jsonOf({ body }: HttpAnswer, place: AskedPlace): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw unreadable(place, 'JSON', `${body.length} bytes of something else`);
  }
}
