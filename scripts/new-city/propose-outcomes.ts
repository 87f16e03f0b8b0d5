/** Proposes what each status and closure reason means, where the words leave no doubt; the rest is a person's to say. */

import type { Outcome } from '../../src/contract/city.ts';
import type { ValueCount } from '../warehouse/look-at-file.ts';
import { isListed, tally } from './tally.ts';

export interface ProposedStatus {
  readonly status: string;
  /** `*` for any. */
  readonly closure: string;
  readonly outcome: Outcome;
  readonly records: number;
}

const open =
  /^(?:re-?)?(?:open|opened|new|pending|on hold|in progress|in process|assigned|received|submitted|under review|scheduled|ouverte?|nouveau|nouvelle|en cours|en attente|assign[ée]e?|re[çc]ue?)$/i;
const closed =
  /^(?:closed?|completed?|resolved|done|finished|ferm[ée]e?|close|r[ée]solue?|termin[ée]e?|compl[ée]t[ée]e?)$/i;

/** Of a closing: the first that fits. */
const meanings: readonly (readonly [RegExp, Outcome])[] = [
  [/^(?:duplicate|doublon|dupliqu[ée]e?)\b/i, 'duplicate'],
  [/^(?:cancell?ed|withdrawn|annul[ée]e?|retir[ée]e?)\b/i, 'cancelled'],
  [/^no action\b|\bno action (?:required|needed|planned)$|^aucune (?:action|intervention)/i, 'no_action'],
  [/^(?:service provided|work (?:done|completed?)|completed?|resolved|done|repaired|service rendu|travaux termin[ée]s|r[ée]solue?|termin[ée]e?|compl[ée]t[ée]e?)$/i, 'fulfilled'],
]; // prettier-ignore

/** Without a status, what has a closing is closed, and that is all that will be told of it. */
export const closedMeansDone: ProposedStatus = { status: '*', closure: '*', outcome: 'fulfilled', records: 0 };

/** `counts` has the status first and, where the export tells it, the closure reason second. */
export function proposeStatuses(counts: readonly ValueCount[], hasClosure: boolean): ProposedStatus[] {
  const statuses = tally(counts, 0).filter(isListed);
  return statuses.flatMap(({ text, records }) => {
    if (open.test(text)) return [{ status: text, closure: '*', outcome: 'open' as const, records }];
    if (!hasClosure) return [{ status: text, closure: '*', outcome: meaningOf(text), records }];
    const own = counts.filter(({ values }) => values[0]?.trim().toLowerCase() === text.trim().toLowerCase());
    const blank = own.filter(({ values }) => !values[1]).reduce((sum, one) => sum + one.records, 0);
    return [
      ...tally(own, 1)
        .filter(isListed)
        .map((reason) => ({
          status: text,
          closure: reason.text,
          outcome: closed.test(text) ? meaningOfReason(reason.text) : ('unmapped' as const),
          records: reason.records,
        })),
      ...(blank === 0 ? [] : [{ status: text, closure: '', outcome: 'unmapped' as const, records: blank }]),
    ];
  });
}

/** Of a status without a closure reason, "closed" is all that will ever be told of the work. */
function meaningOf(status: string): Outcome {
  const meant = meaningOfReason(status);
  return meant === 'unmapped' && closed.test(status) ? 'fulfilled' : meant;
}

function meaningOfReason(text: string): Outcome {
  return meanings.find(([words]) => words.test(text.trim()))?.[1] ?? 'unmapped';
}
