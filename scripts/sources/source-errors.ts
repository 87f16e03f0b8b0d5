/** What can go wrong between us and an upstream, as errors that name cause and remedy. */

import { HttpFailure } from '../support/http-client.ts';
import { nearestName } from '../support/nearest-name.ts';
import { OperatorError } from '../support/operator-error.ts';

/** Where in `city.json` and at which address; the address without its query, which may hold a key. */
export interface AskedPlace {
  readonly source: string;
  readonly url: string;
}

export function placeWords({ source, url }: AskedPlace): string {
  const { origin, pathname } = new URL(url);
  return `source ${source}, ${origin}${pathname}`;
}

const again = 'npm run nightly';

/** Any failure of the client, as the operator's error of its kind; what is none is returned as it came. */
export function sourceError(cause: unknown, place: AskedPlace): unknown {
  if (!(cause instanceof HttpFailure)) return cause;
  if (cause.kind === 'redirect') return elsewhere(place, `${cause.status ?? ''}, to another address`);
  if (cause.kind === 'too_long')
    return unreadable(place, 'an answer that does not end where one should', cause.message);
  if (cause.status === 401 || cause.status === 403) return signInRefused(place, `${cause.status}`);
  if (cause.status === 429) return busy(place, 'too many requests, also after six tries');
  if (cause.status !== undefined && cause.status < 500) return unreadable(place, 'an answer', `${cause.status}`);
  return new OperatorError('SOURCE_UNREACHABLE', {
    exit: 'source',
    message: 'The CRM could not be reached, or did not answer.',
    faults: [{ where: placeWords(place), found: cause.message }],
    remedy: `Try the address from this machine, ask whether the CRM is down, then: ${again}`,
    cause,
  });
}

/** `found` is the source's own code or status, never its sentence: that may repeat what it was sent. */
export function signInRefused(place: AskedPlace, found: string): OperatorError {
  return new OperatorError('SOURCE_SIGN_IN_REFUSED', {
    exit: 'source',
    message: 'The CRM does not let us in.',
    faults: [{ where: placeWords(place), found, expected: 'access for the account that sign_in or api_key names' }],
    remedy: `Ask the CRM's administrator whether the account is active and its secret still holds (npm run check-config tries it), then: ${again}`,
  });
}

/** A field that the mapping needs is gone, or may not be read. `offered` are the source's present names. */
export function fieldsMissing(
  place: AskedPlace,
  missing: readonly { readonly name: string; readonly usedAs: string }[],
  offered: readonly string[] = [],
): OperatorError {
  return new OperatorError('CRM_FIELD_MISSING', {
    exit: 'source',
    message: 'The CRM no longer gives a field that the city maps.',
    faults: missing.map(({ name, usedAs }) => {
      const near = nearestName(name, offered);
      return {
        where: placeWords(place),
        found: `no field ${name}${near === undefined ? '' : ` (nearest: ${near})`}`,
        expected: `${name}, used as ${usedAs}`,
      };
    }),
    remedy: `Ask the CRM's administrator whether it was renamed, or hidden from our account; correct fields of this source in city.json, then: ${again}`,
  });
}

/** `expected` and `found` say the shape of an answer, and repeat nothing of it. */
export function unreadable(place: AskedPlace, expected: string, found: string): OperatorError {
  return new OperatorError('SOURCE_ANSWER_UNREADABLE', {
    exit: 'source',
    message: 'The CRM gave an answer that cannot be read.',
    faults: [{ where: placeWords(place), found, expected }],
    remedy: `Compare the url and the settings of this source in city.json with the CRM's documents; if they are right, the CRM has changed: ask its administrator, then: ${again}`,
  });
}

export function busy(place: AskedPlace, found: string): OperatorError {
  return new OperatorError('SOURCE_BUSY', {
    exit: 'source',
    message: 'The CRM has no room for more requests of ours tonight.',
    faults: [{ where: placeWords(place), found, expected: 'an answer' }],
    remedy: `The next night goes on where this one stopped. If it comes back, ask the CRM's administrator for a greater limit. To try at once: ${again}`,
  });
}

/** The source sends us on; `found` is where to, where that may be said. */
export function elsewhere(place: AskedPlace, found: string): OperatorError {
  return new OperatorError('SOURCE_REDIRECTED', {
    exit: 'source',
    message: 'The CRM sends us to another address, and no secret is taken there.',
    faults: [{ where: placeWords(place), found, expected: new URL(place.url).origin }],
    remedy: `Ask the CRM's administrator for the present address, write it as url of this source in city.json, then: ${again}`,
  });
}

/** Further apart than this, one of the two clocks is wrong, and with it every window of time that is asked for. */
export const MAX_SKEW_SECONDS = 600;

export function clockOff(place: AskedPlace, skewSeconds: number): OperatorError {
  const minutes = Math.round(Math.abs(skewSeconds) / 60);
  return new OperatorError('SOURCE_CLOCK_OFF', {
    exit: 'source',
    message: "The CRM's clock and this machine's are too far apart.",
    faults: [
      {
        where: placeWords(place),
        found: `a clock ${minutes} minutes ${skewSeconds > 0 ? 'ahead of' : 'behind'} ours`,
        expected: `at most ${MAX_SKEW_SECONDS / 60} minutes apart`,
      },
    ],
    remedy: `See which of the two is right (timedatectl), put the other right, then: ${again}`,
  });
}
