/** The words of the plain text status, in each language: the relay writes it, and no page of the site is built then. */

import type { Language } from '../../../src/contract/city.ts';
import type { LiveService, PassState } from '../../../src/contract/live.ts';

export interface AreaWords {
  readonly title: (area: string) => string;
  readonly writtenAt: (time: string, delayMinutes: number) => string;
  readonly event: (name: string, since: string) => string;
  readonly eventEnded: (name: string, until: string) => string;
  readonly noEvent: string;
  readonly reporting: (on: number, of: number) => string;
  readonly hidden: string;
  readonly nothing: string;
  /** What a state says of some of a street's segments; `time` is of the newest. */
  readonly states: Readonly<Record<PassState, (part: string, time: string) => string>>;
  readonly likely: string;
  readonly notYet: (part: string) => string;
  readonly withheld: (part: string) => string;
  readonly part: (count: number, total: number) => string;
  readonly services: Readonly<Record<LiveService, string>>;
  readonly colon: string;
}

export const areaWords: Readonly<Record<Language, AreaWords>> = {
  en: {
    title: (area) => `Street status: ${area}`,
    writtenAt: (time, delay) =>
      `Known on ${time}. To protect the people who drive, everything is shown ${delay} minutes late.`,
    event: (name, since) => `${name}, since ${since}. Times are of the last pass since then.`,
    eventEnded: (name, until) => `${name} ended on ${until}. Times are of the last pass before that.`,
    noEvent: 'No storm is being worked. Times are shown while one is.',
    reporting: (on, of) =>
      `${on} of ${of} vehicles are reporting. A street without a time may have been served by one that is not.`,
    hidden: 'Nothing is shown now, on a dispatcher’s order.',
    nothing: 'No street here has been reported served since the storm began.',
    states: {
      done: (part, time) => `done ${time}${part}`,
      drove: (part, time) => `a vehicle drove it ${time}${part}; whether it worked is not known`,
      blocked: (part, time) => `blocked ${time}${part}`,
      skipped: (part, time) => `skipped ${time}${part}`,
      inspected: (part, time) => `inspected ${time}${part}`,
    },
    likely: ' (likely)',
    notYet: (part) => `not since the storm began${part}`,
    withheld: (part) => `hidden on a dispatcher’s order${part}`,
    part: (count, total) => (count === total ? '' : `, ${count} of ${total} blocks`),
    services: {
      plow: 'Plow',
      salt: 'Salt',
      sand: 'Sand',
      cut_back: 'Cut back',
      snow_removal: 'Snow removal',
      laneway: 'Laneway',
      sidewalk: 'Sidewalk',
      bus_stop: 'Bus stops',
    },
    colon: ':',
  },
  fr: {
    title: (area) => `État des rues : ${area}`,
    writtenAt: (time, delay) =>
      `Connu le ${time}. Pour protéger les personnes au volant, tout est montré avec ${delay} minutes de retard.`,
    event: (name, since) => `${name}, depuis le ${since}. Les heures sont celles du dernier passage depuis lors.`,
    eventEnded: (name, until) => `${name} : fin le ${until}. Les heures sont celles du dernier passage avant cela.`,
    noEvent: 'Aucune tempête n’est en cours d’opération. Les heures sont montrées pendant une tempête.',
    reporting: (on, of) =>
      `${on} véhicules sur ${of} transmettent leur position. Une rue sans heure a pu être desservie par un véhicule qui ne transmet pas.`,
    hidden: 'Rien n’est montré en ce moment, sur ordre de la répartition.',
    nothing: 'Aucune rue d’ici n’a été signalée comme desservie depuis le début de la tempête.',
    states: {
      done: (part, time) => `fait à ${time}${part}`,
      drove: (part, time) => `un véhicule y est passé à ${time}${part} ; on ignore s’il travaillait`,
      blocked: (part, time) => `bloqué à ${time}${part}`,
      skipped: (part, time) => `sauté à ${time}${part}`,
      inspected: (part, time) => `inspecté à ${time}${part}`,
    },
    likely: ' (probable)',
    notYet: (part) => `pas depuis le début de la tempête${part}`,
    withheld: (part) => `masqué sur ordre de la répartition${part}`,
    part: (count, total) => (count === total ? '' : `, ${count} ${count < 2 ? 'tronçon' : 'tronçons'} sur ${total}`),
    services: {
      plow: 'Déneigement',
      salt: 'Sel',
      sand: 'Abrasif',
      cut_back: 'Élargissement',
      snow_removal: 'Enlèvement de la neige',
      laneway: 'Ruelle',
      sidewalk: 'Trottoir',
      bus_stop: 'Arrêts d’autobus',
    },
    colon: ' :',
  },
};
