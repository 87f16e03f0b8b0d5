/** The plain text of an area, read as a neighbour reads it, in both languages. */

import { expect, test } from 'vitest';
import { areaText, type AreaStatus } from '../../../scripts/live/publishing/area-text.ts';
import type { Segment } from '../../../src/contract/streets.ts';

const block = (segment_id: string) =>
  ({ properties: { segment_id, name: 'Rue Pine', class: 'local' } }) as unknown as Segment;
const at = Date.parse('2026-01-12T12:05:00Z');
const west: AreaStatus = {
  name: 'Ouest',
  segments: [block('a'), block('b')],
  status: new Map([['plow', new Map([['a', { state: 'done', at, confidence: 'A', basis: 'gps' }]])]]),
  isHidden: () => false,
  event: {
    id: 'storm',
    name: { en: 'Storm', fr: 'Tempête' },
    started_at: '2026-01-12T03:00:00-05:00',
    ended_at: null,
  },
  ...{ isHiding: false, on: 3, of: 4, delaySeconds: 300 },
  ...{ now: Date.parse('2026-01-12T12:30:00Z'), timeZone: 'America/Toronto' },
};
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('English', () => {
  const text = areaText(west, 'en');
  expect(text).toContain('Known on Monday, January 12 at 07:30. ');
  expect(text).toContain('Storm, since Monday, January 12 at 03:00. ');
  expect(text).toContain('Rue Pine\n  Plow: done 07:05, 1 of 2 blocks; not since the storm began, 1 of 2 blocks\n');
});

test('French, with its hours, its articles and its grammar of one', () => {
  const text = plain(areaText(west, 'fr'));
  expect(text).toContain('Connu le lundi 12 janvier à 7 h 30. ');
  expect(text).toContain('Tempête, depuis le lundi 12 janvier à 3 h. ');
  expect(text).toContain(
    'Rue Pine\n  Déneigement : fait à 7 h 05, 1 tronçon sur 2; pas depuis le début de la tempête, 1 tronçon sur 2\n',
  );
  expect(plain(areaText({ ...west, now: Date.parse('2027-01-01T12:00:00Z') }, 'fr'))).toContain('le vendredi 1er janvier à 7 h.'); // prettier-ignore
});
