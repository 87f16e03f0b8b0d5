/** The target on a service page: a reader is told what a business day is where one counts, and which days are none. */

import { expect, test } from 'vitest';
import { pathOf } from '../../src/i18n/routes.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { languages, pageAt, readCsv } from './built-pages.ts';
import { elementsOf, textOf } from './html-tree.ts';

const dictionaries = { en, fr };
const inBusinessDays = new Set(
  readCsv('targets')
    .filter((row) => row['unit'] === 'business_days')
    .map((row) => row['service_code']),
);

test.each(languages)(
  'in %s exactly the services with a target in business days say so, and lead to the days',
  (language) => {
    const list = pathOf({ page: 'dataset', dataset: 'holidays' }, language);
    const told = readCsv('services').flatMap(({ service_code = '' }) => {
      const { root } = pageAt(pathOf({ page: 'service', service: service_code }, language));
      const leads = elementsOf(root, 'a').some(({ attributes }) => attributes['href']?.endsWith(list));
      return textOf(root).includes(dictionaries[language]['service.business_days']) && leads ? [service_code] : [];
    });
    expect(inBusinessDays.size).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(inBusinessDays);
  },
);
