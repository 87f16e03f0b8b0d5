/** The privacy assessment says what the city folder and the models say, in both languages, and invents nothing. */

import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { City, Language } from '../../src/contract/city.ts';
import { assessPrivacy, withholding } from '../../scripts/privacy/assess.ts';
import { readCity } from '../../scripts/support/read-city/read-city.ts';
import { readProjectFile } from '../house/project-files.ts';

const demo = await readCity(resolve('data/city'));
const options = { version: '9.9.9', date: '2026-11-24' };
const assess = (city: City, language: Language) => assessPrivacy(city, language, options);

/** A city of two sources, one of which maps five fields and delivers changes. */
const real: City = {
  ...demo,
  settings: {
    ...demo.settings,
    demo: false,
    sources: [
      {
        ...{ id: 'crm', kind: 'files', folder: '$CRM', pattern: '*.csv', delivery: 'delta', order: [], ended: false },
        ...{ clock_tolerance_seconds: 0, sentinels: [], default_points: [] },
        fields: { id: 'No', requested_at: 'Opened', status: 'Status', service: 'Type', longitude: 'X' },
      },
    ],
    publish: { command: ['rsync', '$PLAINVIEW_SITE/', '$HOST:/www'], attempts: 3, timeout_seconds: 60 },
    alerts: { failure_webhook: '$WEBHOOK' },
  },
};

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('every blank of the template is filled or marked for the officer', async () => {
    for (const city of [demo, real]) {
      const text = await assess(city, language);
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text.match(/^- \*\*(?:To be filled in|À remplir)\*\* .*……………$/gm)).toHaveLength(13);
    }
  });

  test('each service stands under its tier, by its name in the language, and none is left out', async () => {
    const text = await assess(demo, language);
    for (const tier of ['A', 'B', 'C'] as const) {
      const section =
        new RegExp(`^### (?:Tier|Niveau) ${tier}[\\s\\S]*?(?=^###? |^- \\*\\*)`, 'm').exec(text)?.[0] ?? '';
      const names = demo.lists.services.filter((one) => one.tier === tier).map((one) => one[`name_${language}`]);
      expect(names.length).toBeGreaterThan(2);
      expect([...section.matchAll(/^- (.*)$/gm)].map(([, name]) => name).toSorted()).toEqual(names.toSorted());
      expect(section.split('\n')[0]).toMatch(new RegExp(`: ${names.length}$`.replace(' ', '\\s')));
    }
  });

  test('the fields are those that the sources map, each once', async () => {
    const fields = (text: string) => [...text.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, field]) => field);
    expect(fields(await assess(real, language))).toEqual(['id', 'requested_at', 'status', 'service', 'longitude']);
    expect(fields(await assess(demo, language))).toHaveLength(15);
  });

  test('deliveries, hook and alerts are those of city.json; what is secret keeps its name', async () => {
    const text = await assess(real, language);
    expect(text).toContain('`rsync $PLAINVIEW_SITE/ $HOST:/www`');
    expect(text).toContain('`$CRM/*.csv`');
    expect(text).not.toContain('WEBHOOK');
    expect(text).toMatch(/deliver changes|livrent les changements/);
    expect(text).not.toMatch(/deliver everything|livrent tout/);
    expect(text).toContain(`\`${demo.folder}\``);
    expect(await assess(demo, language)).not.toMatch(/deliver changes|livrent les changements|rsync/);
  });
});

test('what it says of times, numbers and folders is what holds for the sources at hand', async () => {
  const [source] = real.settings.sources;
  const { id: _, ...fields } = source?.kind === 'files' ? source.fields : {};
  const dated = { ...source, folder: 'crm', date_format: '%d/%m/%Y', fields } as City['settings']['sources'][number];
  const withSources = (sources: City['settings']['sources']) => ({ ...real, settings: { ...real.settings, sources } });
  const [timed, dates] = [await assess(real, 'en'), await assess(withSources([dated]), 'en')];
  expect(timed).toMatch(/times to the hour[\s\S]*hash of its source and number/);
  expect(timed).not.toMatch(/no numbers|give no times/);
  expect(dates).toMatch(/give no times[\s\S]*of what stays the same in it/);
  expect(dates).not.toMatch(/to the hour|number of the request|source and number/);
  expect(dates).toContain(`\`${demo.folder}/crm/*.csv\``);
  expect(await assess(withSources([...real.settings.sources, dated]), 'en')).toMatch(/to the hour[\s\S]*no numbers/);
});

test('both languages have the same sections, tables and blanks', async () => {
  const shape = (text: string) =>
    text.split('\n').map((line) => (/^(#+|\||-)/.exec(line)?.[0] ?? '') + (line.includes('……') ? '…' : ''));
  expect(shape(await assess(demo, 'fr'))).toEqual(shape(await assess(demo, 'en')));
  expect(shape(await assess(real, 'fr'))).toEqual(shape(await assess(real, 'en')));
});

test('its numbers are those of the models', () => {
  const { smallCell, smallArea, nearMetres, fewestIntersections } = withholding;
  expect(readProjectFile('scripts/staging/placed_points.sql')).toContain(`metres <= ${nearMetres}`);
  expect(readProjectFile('scripts/staging/near_intersections.sql')).toContain(
    `intersection_count >= ${fewestIntersections}`,
  );
  expect(readProjectFile('scripts/exports/small_areas.sql')).toContain(`request_count, 0) < ${smallArea}`);
  expect(readProjectFile('scripts/measures/withheld_candidates.sql')).toContain(`denominator < ${smallCell} or`);
  expect(readProjectFile('scripts/measures/withheld_cells.sql')).toContain(`min(received_count) >= ${smallCell}`);
});

test('an intersection is spoken of where the city has streets and polygons, and nowhere else', async () => {
  const noPolygons = { ...demo.areas, features: demo.areas.features.map((area) => ({ ...area, geometry: null })) };
  for (const city of [
    { ...demo, streets: null },
    { ...demo, areas: noPolygons },
  ]) {
    expect(await assess(city, 'en')).toContain('No coordinate and no address.');
    expect(await assess(city, 'en')).not.toContain('nearest intersection');
    expect(await assess(city, 'fr')).not.toContain('intersection de rues');
  }
  expect(await assess(demo, 'en')).toContain('nearest intersection of streets of the same area within 200 m');
  expect(await assess(demo, 'fr')).toContain(
    'intersection de rues la plus proche dans le même secteur, à 200 m au plus',
  );
});
