/** What is asked of a new city, and of whom. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { answerQuestions } from '../../../scripts/new-city/answer-questions.ts';
import { findDelivery } from '../../../scripts/new-city/find-delivery.ts';
import { refusePlace } from '../../../scripts/new-city/refuse-place.ts';
import { findPlaceholders } from '../../../scripts/check-config/find-placeholders.ts';

const none = {
  name: undefined,
  'name-fr': undefined,
  languages: undefined,
  zone: undefined,
  holidays: undefined,
  file: undefined,
};

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plainview-new-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('without a terminal all that is missing is told at once', async () => {
  const answers = answerQuestions({ ...none, zone: 'America/Toronto' }, undefined);
  await expect(answers).rejects.toMatchObject({
    code: 'NEW_CITY_INCOMPLETE',
    faults: [{ where: '--name' }, { where: '--languages' }, { where: '--file' }],
  });
});

test('on a terminal only what is missing is asked, again until it will do; a blank takes what is offered', async () => {
  const replies = ['', 'Havre', 'de', '', 'qc', 'quebec', 'nowhere.csv', 'package.json'];
  const asked: string[] = [];
  const ask = (question: string) => {
    asked.push(question.slice(0, 12));
    return Promise.resolve(replies.shift() ?? '');
  };
  const answers = await answerQuestions({ ...none, zone: 'America/Toronto' }, ask);
  expect(answers).toEqual({
    ...{ name: { en: 'Havre' }, languages: ['en'], zone: 'America/Toronto' },
    ...{ holidays: 'quebec', file: 'package.json' },
  });
  expect(asked).toEqual([
    'The name of ',
    'The name of ',
    'Its language',
    'Its language',
    'Whose public',
    'Whose public',
    'A real expor',
    'A real expor',
  ]);
});

test('a city’s name is the same in each language unless it is said', async () => {
  const given = { ...none, name: 'Port Maillet', languages: 'en,fr', zone: 'America/Toronto', file: 'a.csv' };
  const answers = await answerQuestions(given, undefined);
  expect(answers.name).toEqual({ en: 'Port Maillet', fr: 'Port Maillet' });
  expect(answers.holidays).toBe('none');
  const named = await answerQuestions({ ...given, 'name-fr': 'Port-Maillet' }, undefined);
  expect(named.name).toEqual({ en: 'Port Maillet', fr: 'Port-Maillet' });
});

test('a city is never written into the program, by a link either, nor over another', async () => {
  const folder = await makeFolder();
  await symlink(resolve('.'), join(folder, 'link'));
  await mkdir(join(folder, 'city'));
  for (const inside of ['data', '.', join(folder, 'link', 'mine')]) {
    expect(() => refusePlace(inside)).toThrow(expect.objectContaining({ code: 'CITY_FOLDER_IN_CLONE', exitCode: 2 }));
  }
  expect(() => refusePlace(folder)).toThrow(expect.objectContaining({ code: 'CITY_FOLDER_EXISTS', exitCode: 2 }));
  expect(() => refusePlace(join(folder, 'city'))).not.toThrow();
  await writeFile(join(folder, 'city', 'city.json'), '{}');
  expect(() => refusePlace(join(folder, 'city'))).toThrow(expect.objectContaining({ code: 'CITY_FOLDER_EXISTS' }));
  expect(() => refusePlace(join(folder, 'new', 'city-to-be'))).not.toThrow();
  await writeFile(join(folder, 'file'), '');
  const below = () => refusePlace(join(folder, 'file', 'new'));
  expect(below).toThrow(expect.objectContaining({ code: 'CITY_FOLDER_LOCKED', exitCode: 5 }));
});

test('an export is a file, a folder of them, or a pattern', async () => {
  const folder = await makeFolder();
  for (const name of ['a.csv', 'b.csv', 'notes.md']) await writeFile(join(folder, name), name.repeat(3));
  expect(await findDelivery(folder)).toMatchObject({ folder, pattern: '*.csv', files: ['a.csv', 'b.csv'] });
  expect(await findDelivery(join(folder, 'a.csv'))).toMatchObject({ pattern: 'a.csv', files: ['a.csv'] });
  expect(await findDelivery(join(folder, 'b*'))).toMatchObject({ folder, pattern: 'b*', files: ['b.csv'] });
  await expect(findDelivery(join(folder, 'a.xls'))).rejects.toMatchObject({
    code: 'SOURCE_FILE_UNREADABLE',
    exitCode: 3,
  });
  await expect(findDelivery(join(folder, 'c.csv'))).rejects.toMatchObject({ code: 'SOURCE_FILE_MISSING', exitCode: 3 });
});

test('what is still to be filled in is named by its key', () => {
  const settings = {
    site: { url: 'https://www.example.org' },
    licence: { name: { fr: 'Licence à choisir' } },
    id: 'a',
  };
  expect(findPlaceholders(settings)).toEqual(['site.url', 'licence.name.fr']);
});
