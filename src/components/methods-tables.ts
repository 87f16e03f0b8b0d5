/** The tables of the methods page: reasons for a missing value, outcomes, and tiers of privacy. */

import { outcomes, privacyTiers } from '../contract/city.ts';
import { missingReasons } from '../contract/measures.ts';
import type { Wording } from '../i18n/words-from.ts';
import { textColumn, type Table } from './table.ts';

export function missingTable(wording: Wording): Table {
  return {
    caption: wording.text('methods.missing_caption'),
    columns: (['methods.reason', 'methods.meaning', 'methods.code'] as const).map((key) =>
      textColumn(wording.text(key)),
    ),
    rows: missingReasons.map((reason) => [
      wording.text(`missing.${reason}`),
      wording.text(`missing.${reason}.definition`),
      { codes: [reason] },
    ]),
  };
}

export function outcomesTable(wording: Wording): Table {
  return {
    caption: wording.text('methods.outcomes_caption'),
    columns: (['methods.outcome', 'methods.meaning', 'methods.code'] as const).map((key) =>
      textColumn(wording.text(key)),
    ),
    rows: outcomes.map((outcome) => [
      wording.text(`outcome.${outcome}`),
      wording.text(`outcome.${outcome}.definition`),
      { codes: [outcome] },
    ]),
  };
}

export function tiersTable(wording: Wording): Table {
  return {
    caption: wording.text('tier.caption'),
    columns: (['table.tier', 'tier.records', 'tier.figures'] as const).map((key) => textColumn(wording.text(key))),
    rows: privacyTiers.map((tier) => [
      wording.text(`tier.${tier}`),
      wording.text(`tier.${tier}.records`),
      wording.text(`tier.${tier}.figures`),
    ]),
  };
}
