/** What people write for the live lane: all its faults at once before it begins, and none that stops it afterwards. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDispatch } from '../../scripts/live/city/read-dispatch.ts';
import { instantOf } from '../../scripts/live/city/read-overrides.ts';
import { endEvent, startEvent } from '../../scripts/live/city/write-event.ts';
import { openLane } from '../../scripts/live/open-lane.ts';
import { OperatorError } from '../../scripts/support/operator-error.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { readProjectFile } from '../house/project-files.ts';
import { makeTemporaryFolder } from '../publish/temporary-folder.ts';
import { at, town, writeTown } from './small-town.ts';

test('the demonstration’s live folder is in order', async () => {
  const { settings, feeds } = await openLane('data');
  expect(settings.publish_delay_seconds).toBe(300);
  expect(feeds.map(({ id }) => id)).toEqual(['storm']);
});

test('the settings and the list that the runbook shows are in order', async () => {
  const runbook = readProjectFile('scripts/README.md');
  const shown = (file: string) =>
    new RegExp(`^\`\`\`\\w+ ${file}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(runbook)?.[1] ?? '';
  const data = await makeTemporaryFolder();
  const list = shown('overrides.csv').replace('Harbour Street', 'Street 1');
  await writeTown(data, JSON.parse(shown('settings.json')), { 'live/overrides.csv': list });
  const { settings } = await openLane(data, undefined, { AVL_TOKEN: 'secret', AVL_DROP: data });
  expect(settings.feeds.map(({ kind }) => kind)).toEqual(['gtfs-realtime', 'arcgis', 'folder']);
});

test('every fault of every file is told at once, with its place and the nearest name', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(
    data,
    {
      poll_second: 10,
      publish_delay_seconds: 5,
      season: { from: '13-01', until: '04-30' },
      feeds: [
        { id: 'a', kind: 'folder', folder: '$AVL_DROP', fields: { at: 'Time' } },
        { id: 'a', kind: 'gtfs-realtime', url: 'avl.example.ca', headers: { Authorization: '$AVL_TOKEN' } },
      ],
    },
    {
      'live/event.json': '{"id":"storm","name":{"en":"Storm"},"started_at":"2027-01-12"}',
      'live/hide.json': '{"areas":["wst"]}',
      'live/hid.json': '{}',
      'live/overrides.csv':
        'place,service,state,at,role\nStreet 33,plow,done,2027-01-12 06:40,supervisor\nStreet 3,plou,done,6:40,x\n',
      'live/levels_of_service.csv':
        'class,service,hours,citation,since\nlocal,plow,x,https://a.example.ca,2019-11-01\n',
    },
  );
  const error = await openLane(data, undefined, {}).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(OperatorError);
  const { code, exitCode, faults } = error as OperatorError;
  expect([code, exitCode]).toEqual(['LIVE_FOLDER_INVALID', 2]);
  const told = faults
    .map(({ where, found, expected }) => `${where.slice(data.length)} | ${found} | ${expected}`)
    .join('\n');
  for (const part of [
    'settings.json, poll_second | a key that is not known | one of',
    'nearest: poll_seconds',
    'settings.json, publish_delay_seconds | 5',
    'settings.json, season.from | 13-01 | a day of the year as MM-DD',
    'settings.json, feeds[1].id | a | each once',
    'settings.json, feeds[0].fields.vehicle | nothing',
    'settings.json, feeds[0].folder | $AVL_DROP, which is not set',
    'settings.json, feeds[1].url | avl.example.ca | an address that begins with https://',
    'settings.json, feeds[1].headers.Authorization | $AVL_TOKEN, which is not set',
    'event.json, started_at | 2027-01-12 | an instant with its offset',
    'hide.json, areas[0] | wst | one of west, east',
    'hid.json | a file that is not known | one of',
    'overrides.csv, line 2, column place | Street 33 | a street’s name',
    'nearest: Street 3)',
    'overrides.csv, line 3, column service | plou | one of',
    'overrides.csv, line 3, column at | 6:40 | a time such as 2027-01-12 06:40',
    'levels_of_service.csv, line 2, column hours | x',
  ]) {
    expect(told).toContain(part);
  }
});

test('a city without streets is told so', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data, {}, { 'streets.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature"}]}' });
  await expect(openLane(data)).rejects.toMatchObject({ code: 'LIVE_STREETS_INVALID', exitCode: 2 });
});

test('a supervisor names a street or a segment, in the city’s own time or with an offset', async () => {
  const data = await makeTemporaryFolder();
  const rows = [
    'STREET 3,plow,done,2027-01-12 06:40,supervisor',
    'avenue-2-2-0,salt,blocked,2027-01-12T11:45:00Z,foreman',
  ];
  await writeTown(data, {}, { 'live/overrides.csv': `place,service,state,at,role\n${rows.join('\n')}\n` });
  const city = await readCity(join(data, 'city'));
  const { overrides, faults } = await readDispatch(join(data, 'city/live'), city, town(), undefined);
  expect(faults).toEqual([]);
  expect(overrides).toHaveLength(10);
  expect(overrides.slice(0, 9).every(({ endedAt }) => endedAt === Date.parse('2027-01-12T11:40:00Z'))).toBe(true);
  expect(overrides[9]).toMatchObject({
    segmentId: 'avenue-2-2-0',
    service: 'salt',
    state: 'blocked',
    basis: 'supervisor',
  });
  expect(at(0, 0)).toEqual([-75, 45]);
});

test('local times are the zone’s, through summer time, and a time that does not exist is none', () => {
  expect(instantOf('2027-07-01 12:00', 'America/St_Johns')).toBe(Date.parse('2027-07-01T14:30:00Z'));
  expect(instantOf('2027-01-12T12:00', 'America/Toronto')).toBe(Date.parse('2027-01-12T17:00:00Z'));
  expect(instantOf('2027-01-12T12:00-03:30', 'America/Toronto')).toBe(Date.parse('2027-01-12T15:30:00Z'));
  expect(instantOf('2027-13-12 12:00', 'America/Toronto')).toBeNaN();
});

test('a slip of the pen during a storm leaves the event as it was, hides all, and keeps the other rows', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(
    data,
    {},
    { 'live/overrides.csv': 'place,service,state,at,role\nStreet 1,plow,done,2027-01-12 06:40,s\n' },
  );
  const folder = join(data, 'city/live');
  const city = await readCity(join(data, 'city'));
  const before = await readDispatch(folder, city, town(), undefined);
  await writeFile(join(folder, 'event.json'), '{');
  await writeFile(join(folder, 'hide.json'), '{"area":["west"]}');
  await writeFile(
    join(folder, 'overrides.csv'),
    'place,service,state,at,role\nStreet 1,plow,done,2027-01-12 06:40,s\nRue X,plow,done,2027-01-12 06:40,s\n',
  );
  const after = await readDispatch(folder, city, town(), before);
  expect(after.event).toEqual(before.event);
  expect(after.hide.everything).toBe(true);
  expect(after.overrides).toEqual(before.overrides);
  expect(after.faults).toHaveLength(3);
});

test('an event is started once and ended once, whole at every moment', async () => {
  const data = await makeTemporaryFolder();
  await writeTown(data);
  const city = await readCity(join(data, 'city'));
  const file = join(data, 'city/live/event.json');
  const moment = new Date('2027-02-01T05:00:00Z');
  const begun = await startEvent(city, null, 'Tempête du 1er février', moment);
  expect(begun).toEqual({
    id: '2027-02-01-05-00-tempete-du-1er-fevrier',
    name: { en: 'Tempête du 1er février' },
    started_at: '2027-02-01T05:00:00.000Z',
    ended_at: null,
  });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(begun);
  await expect(startEvent(city, begun, 'Another', moment)).rejects.toMatchObject({ code: 'LIVE_EVENT_UNDER_WAY' });
  const ended = await endEvent(city, begun, new Date('2027-02-02T05:00:00Z'));
  expect(JSON.parse(await readFile(file, 'utf8')).ended_at).toBe('2027-02-02T05:00:00.000Z');
  await expect(endEvent(city, ended, moment)).rejects.toMatchObject({ code: 'LIVE_EVENT_MISSING' });
});
