/** Writes `manifest.json`, `night.json` and `SHA256SUMS`: what a release says of itself. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { City } from '../../src/contract/city.ts';
import { type Manifest, manifestSchema, type Night, nightSchema } from '../../src/contract/manifest.ts';
import { nextExpectedAt } from './next-expected.ts';

export interface ManifestInput {
  readonly version: string;
  readonly releaseId: string;
  readonly asOf: Date;
  readonly builtAt: Date;
  readonly city: City;
  readonly coverage: Manifest['coverage'];
  readonly files: Manifest['files'];
  readonly warnings: Manifest['warnings'];
}

export async function writeManifest(folder: string, input: ManifestInput): Promise<Manifest> {
  const manifest = manifestSchema.parse(manifestOf(input));
  const night: Night = nightSchema.parse({
    state: 'published',
    release_id: manifest.release_id,
    as_of: manifest.as_of,
    built_at: manifest.built_at,
    next_expected_at: manifest.next_expected_at,
  });
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(path.join(folder, 'night.json'), `${JSON.stringify(night, null, 2)}\n`);
  const sums = manifest.files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
  await writeFile(path.join(folder, 'SHA256SUMS'), sums);
  return manifest;
}

function manifestOf({ version, releaseId, asOf, builtAt, city, ...rest }: ManifestInput): Manifest {
  const { settings } = city;
  return {
    plainview: version,
    release_id: releaseId,
    as_of: asOf.toISOString(),
    built_at: builtAt.toISOString(),
    next_expected_at: nextExpectedAt(builtAt, settings).toISOString(),
    city: {
      id: settings.id,
      name: settings.name,
      languages: settings.languages,
      time_zone: settings.time_zone,
      demo: settings.demo,
      url: settings.site.url,
      city_url: settings.site.city_url,
      portal_url: settings.site.portal_url,
      accent: settings.site.accent,
      publisher: settings.publisher.name,
      steward: settings.publisher.steward,
      email: settings.publisher.email,
      licence: settings.licence,
      fulfilment_horizon_days: settings.fulfilment_horizon_days,
    },
    ...rest,
  };
}
