/** The vehicle positions of a GTFS-realtime feed, as many AVL systems can give. */

import bindings, { type transit_realtime as gtfs } from 'gtfs-realtime-bindings';
import type { Fix } from '../../../src/contract/live.ts';
import type { FeedOf } from '../../../src/contract/live-settings.ts';
import { HttpFailure, type HttpClient } from '../../support/http-client.ts';
import { FeedFailure, type Feed } from './feed.ts';

/** Made anew every few seconds, a position is soon worth nothing: the next look is the better try. */
export const LIVE_TRIES = 3;

const SKEW_SECONDS = 60;

export interface WebAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function gtfsRealtimeFeed(settings: FeedOf<'gtfs-realtime'>, address: WebAddress, client: HttpClient): Feed {
  return {
    id: settings.id,
    read: async ({ now, cursor, signal }) => {
      const { body, skewSeconds } = await asking(() => client.get({ ...address, tries: LIVE_TRIES, signal }));
      const fixes = decode(body).entity.flatMap((entity) => fixOf(settings, entity, now) ?? []);
      return { fixes, cursor, notes: skewNotes(skewSeconds) };
    },
  };
}

function decode(body: Buffer): gtfs.FeedMessage {
  try {
    return bindings.transit_realtime.FeedMessage.decode(body);
  } catch (error) {
    throw new FeedFailure('the answer is not GTFS-realtime', { cause: error });
  }
}

function fixOf(settings: FeedOf<'gtfs-realtime'>, entity: gtfs.IFeedEntity, receivedAt: number): Fix | undefined {
  const { position, vehicle, timestamp } = entity.vehicle ?? {};
  if (!position || entity.isDeleted) return undefined;
  const seconds = Number(timestamp ?? 0);
  return {
    vehicle: vehicle?.id || vehicle?.label || entity.id,
    at: seconds > 0 ? seconds * 1000 : null,
    receivedAt,
    lon: position.longitude,
    lat: position.latitude,
    // Metres a second, and degrees from north, by the standard.
    ...(typeof position.speed === 'number' && Object.hasOwn(position, 'speed') ? { speed: position.speed } : {}),
    ...(typeof position.bearing === 'number' && Object.hasOwn(position, 'bearing')
      ? { bearing: position.bearing }
      : {}),
    work: {},
    kind: settings.vehicle_kind,
    source: settings.id,
  };
}

/** Ours or theirs: the age of every position hangs on it. */
function skewNotes(skewSeconds: number | null): string[] {
  const isOff = skewSeconds !== null && Math.abs(skewSeconds) > SKEW_SECONDS;
  return isOff ? ['its server’s clock and this machine’s are more than a minute apart'] : [];
}

export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HttpFailure) throw new FeedFailure(error.message, { cause: error });
    throw error;
  }
}
