/** Starts and ends an event for a dispatcher: `event.json` is whole at every moment. */

import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../../src/contract/city.ts';
import type { LiveEvent } from '../../../src/contract/live-settings.ts';
import { OperatorError } from '../../support/operator-error.ts';
import { liveFolder } from './read-live-folder.ts';

/** Throws LIVE_EVENT_UNDER_WAY where one has not been ended. The name is said in each language of the city. */
export async function startEvent(city: City, present: LiveEvent | null, name: string, now: Date): Promise<LiveEvent> {
  if (present !== null && present.ended_at === null) throw underWay(city, present);
  const { languages } = city.settings;
  const started_at = now.toISOString();
  const event: LiveEvent = {
    // The moment tells two storms of one name apart.
    id: `${started_at.slice(0, 16).replaceAll(/[T:]/g, '-')}-${wordsOf(name)}`.replace(/-$/, ''),
    name: Object.fromEntries(languages.map((language) => [language, name])),
    started_at,
    ended_at: null,
  };
  await writeEvent(city, event);
  return event;
}

/** Throws LIVE_EVENT_MISSING where none is under way. */
export async function endEvent(city: City, present: LiveEvent | null, now: Date): Promise<LiveEvent> {
  if (present === null || present.ended_at !== null) throw noneUnderWay(city, present);
  // One that was to begin later is over a second after.
  const endedAt = Math.max(now.getTime(), Date.parse(present.started_at) + 1000);
  const event = { ...present, ended_at: new Date(endedAt).toISOString() };
  await writeEvent(city, event);
  return event;
}

function wordsOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

async function writeEvent({ folder }: City, event: LiveEvent): Promise<void> {
  await mkdir(liveFolder(folder), { recursive: true });
  const file = join(liveFolder(folder), 'event.json');
  await writeFile(`${file}.draft`, `${JSON.stringify(event, null, 2)}\n`);
  await rename(`${file}.draft`, file);
}

function underWay({ folder }: City, { id, started_at }: LiveEvent): OperatorError {
  return new OperatorError('LIVE_EVENT_UNDER_WAY', {
    exit: 'configuration',
    message: 'An event is under way already.',
    faults: [{ where: join(liveFolder(folder), 'event.json'), found: `${id}, since ${started_at}`, expected: 'none' }],
    remedy: 'End it first: npm run live -- --end-event',
  });
}

function noneUnderWay({ folder }: City, present: LiveEvent | null): OperatorError {
  return new OperatorError('LIVE_EVENT_MISSING', {
    exit: 'configuration',
    message: 'No event is under way.',
    faults: [
      {
        where: join(liveFolder(folder), 'event.json'),
        found: present === null ? 'no event' : `${present.id}, ended at ${present.ended_at}`,
        expected: 'an event that has not ended',
      },
    ],
    remedy: 'Start one: npm run live -- --start-event "NAME"',
  });
}
