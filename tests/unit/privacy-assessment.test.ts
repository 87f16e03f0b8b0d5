/** The privacy assessment says what the city folder and the models say, in both languages, and invents nothing. */

import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { City, Language } from '../../src/contract/city.ts';
import { sourceSettings } from '../../src/contract/sources.ts';
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

const withSources = (...sources: readonly object[]): City => ({
  ...real,
  settings: { ...real.settings, sources: sources.map((source) => sourceSettings.parse(source)) },
});
const salesforce = {
  ...{ id: 'sf', kind: 'salesforce', url: 'https://example.my.salesforce.com' },
  sign_in: { flow: 'client_credentials', client_id: '$SF_ID', client_secret: '$SF_SECRET' },
  fields: { area: 'Ward__c', channel: null },
};
const open311 = { id: 'georeport', kind: 'open311', url: 'https://311.example.ca/open311/v2', since: '2024-01-01' };

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('every blank of the template is filled or marked for the officer', async () => {
    for (const city of [demo, real]) {
      const text = await assess(city, language);
      expect(text).not.toMatch(/[{}]|undefined|null/);
      expect(text.match(/^- \*\*(?:To be filled in|À remplir)\*\* .*……………$/gm)).toHaveLength(city === demo ? 13 : 14);
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
    expect(fields(await assess(demo, language))).toHaveLength(16);
  });

  test('of an API they are those that it is asked for, and where it is asked', async () => {
    const fields = (text: string) => [...text.matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, field]) => field);
    const [sf, open] = [await assess(withSources(salesforce), language), await assess(withSources(open311), language)];
    const both = ['id', 'requested_at', 'closed_at'];
    expect(fields(sf)).toEqual([...both, 'updated_at', 'status', 'service', 'area']);
    expect(fields(open)).toEqual([
      ...[...both, 'due_at', 'updated_at', 'status', 'service', 'department', 'longitude', 'latitude'],
    ]);
    expect(sf).toContain('`sf` – `salesforce` – `https://example.my.salesforce.com`');
    expect(open).toContain('`georeport` – `open311` – `https://311.example.ca/open311/v2`');
    expect(sf).not.toContain('SF_');
    expect(sf).toMatch(/each change of the status|chaque changement de l’état/);
    const without = await assess(withSources({ ...salesforce, history: false }), language);
    expect(without).not.toMatch(/each change of the status|chaque changement de l’état/);
  });

  test('what an API sends, how long it is kept and what becomes of a deletion is said of each kind', async () => {
    const [sf, open] = [await assess(withSources(salesforce), language), await assess(withSources(open311), language)];
    for (const text of [sf, open]) {
      expect(text).toMatch(/with no end: the program deletes none|sans fin.: le programme n’en supprime/);
      expect(text).not.toMatch(
        /deliver everything|livrent tout|livre tout|delivered files stay|fichiers livrés restent/,
      );
    }
    expect(sf).toMatch(/sends no others|n’en envoie pas d’autres/);
    expect(sf).toMatch(/One deleted in Salesforce|supprimée dans Salesforce/);
    expect(sf).not.toMatch(/Open311/);
    expect(open).toMatch(/sends each request whole|envoie chaque demande en entier/);
    expect(open).toMatch(/does not say so|ne le dit pas/);
    expect(open).not.toMatch(/Salesforce/);
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
  const [timed, dates] = [await assess(real, 'en'), await assess(withSources(dated), 'en')];
  expect(timed).toMatch(/times to the hour[\s\S]*hash of its source and number/);
  expect(timed).not.toMatch(/no numbers|give no times/);
  expect(dates).toMatch(/give no times[\s\S]*of what stays the same in it/);
  expect(dates).not.toMatch(/to the hour|number of the request|source and number/);
  expect(dates).toContain(`\`${demo.folder}/crm/*.csv\``);
  expect(await assess(withSources(...real.settings.sources, dated), 'en')).toMatch(/to the hour[\s\S]*no numbers/);
});

test('both languages have the same sections, tables and blanks', async () => {
  const shape = (text: string) =>
    text.split('\n').map((line) => (/^(#+|\||-)/.exec(line)?.[0] ?? '') + (line.includes('……') ? '…' : ''));
  expect(shape(await assess(demo, 'fr'))).toEqual(shape(await assess(demo, 'en')));
  for (const city of [real, withSources(salesforce), withSources(open311)]) {
    expect(shape(await assess(city, 'fr'))).toEqual(shape(await assess(city, 'en')));
  }
});

test('its numbers are those of the models', () => {
  const { smallCell, smallArea, fewestWaiting, nearMetres, fewestIntersections } = withholding;
  expect(readProjectFile('scripts/staging/placed_points.sql')).toContain(`metres <= ${nearMetres}`);
  expect(readProjectFile('scripts/staging/near_intersections.sql')).toContain(
    `intersection_count >= ${fewestIntersections}`,
  );
  expect(readProjectFile('scripts/exports/small_areas.sql')).toContain(`request_count, 0) < ${smallArea}`);
  expect(readProjectFile('scripts/measures/withheld_candidates.sql')).toContain(`denominator < ${smallCell} or`);
  expect(readProjectFile('scripts/measures/waiting_quantiles.sql')).toContain(`at_risk_count >= ${fewestWaiting}`);
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
