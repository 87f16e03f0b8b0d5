/** What request systems call their columns, in English and French, by the field that each is; the surest name first. */

import type { RawField } from '../../src/contract/sources.ts';

/** Names of one field, as `columnWords` leaves them. */
export const fieldWords: Readonly<Record<RawField, readonly string[]>> = {
  id: [
    ...['id', 'number', 'enquiry id', 'unique key', 'reference number', 'reference', 'ref', 'key', 'no', 'num'],
    ...['numero', 'identifiant', 'numero dossier', 'dossier', 'no dossier', 'numero reference', 'case', 'ticket'],
  ],
  requested_at: [
    ...['created', 'open', 'opened', 'requested', 'creation', 'received', 'reported', 'submitted', 'entered', 'logged'],
    ...['initiated', 'create', 'ouverture', 'reception', 'cree', 'creee', 'recue', 'recu', 'soumise', ''],
  ],
  closed_at: [
    ...[
      'closed',
      'close',
      'closing',
      'completed',
      'resolved',
      'completion',
      'resolution',
      'finished',
      'end',
      'closure',
    ],
    ...['fermeture', 'cloture', 'ferme', 'fermee', 'terminee', 'termine', 'fin', 'resolue'],
  ],
  first_closed_at: ['first closed', 'first close', 'first resolution', 'premiere fermeture'],
  first_reopened_at: [
    'first reopened',
    'reopened',
    'reopening',
    'premiere reouverture',
    'reouverture',
    'rouvert',
    'rouverte',
  ],
  due_at: [
    ...['due', 'target', 'expected', 'sla', 'sla due', 'sla target', 'deadline', 'promised', 'target close'],
    ...['expected close', 'expected resolution', 'echeance', 'cible', 'limite', 'prevue', 'fermeture prevue'],
  ],
  updated_at: [
    ...['updated', 'last updated', 'last update', 'update', 'modified', 'last modified', 'system modstamp', 'changed'],
    ...['modification', 'derniere modification', 'mise jour', 'derniere mise jour', 'resolution action updated'],
  ],
  reopen_count: ['reopen count', 'reopened count', 'times reopened', 'reopens', 'nombre reouvertures'],
  status: ['status', 'state', 'current status', 'status name', 'stage', 'statut', 'etat', 'statut actuel'],
  closure: [
    ...['closure reason', 'close reason', 'closing reason', 'reason closed', 'closure code', 'closure', 'resolution'],
    ...['resolution code', 'outcome', 'disposition', 'result', 'status reason', 'substatus', 'motif fermeture'],
    ...['raison fermeture', 'resultat'],
  ],
  service: [
    ...['type', 'service', 'service name', 'service type', 'type service', 'category', 'problem type', 'issue type'],
    ...['complaint type', 'incident type', 'work type', 'problem', 'issue', 'categorie', 'nature', 'activite', 'motif'],
    ...['objet', 'subject', 'topic', 'service code'],
  ],
  department: [
    ...['department', 'dept', 'responsible department', 'assigned department', 'owning department', 'agency'],
    ...['responsible agency', 'agency responsible', 'agency name', 'division', 'business unit', 'direction'],
    ...['departement', 'service responsable', 'direction responsable', 'unite', 'unit', 'section', 'team'],
  ],
  channel: [
    ...['channel', 'source', 'origin', 'method received', 'intake method', 'intake channel', 'submission channel'],
    ...['contact method', 'received via', 'open data channel type', 'method', 'channel type', 'canal', 'provenance'],
    ...['origine', 'mode reception', 'canal reception', 'mode'],
  ],
  area: [
    ...['city council district', 'council district', 'electoral district', 'district electoral', 'ward', 'ward name'],
    ...['ward number', 'arrondissement', 'borough', 'quartier', 'local area', 'district', 'secteur', 'area'],
    ...['neighbourhood', 'neighborhood', 'neighbourhood name', 'community', 'community name', 'sector', 'zone'],
  ],
  longitude: ['longitude', 'long', 'lon', 'lng', 'point x', 'x'],
  latitude: ['latitude', 'lat', 'point y', 'y'],
};

/** A column with one of these words holds people's words, people or their homes, unless its whole name is listed above. */
const privateText =
  'address adresse street rue description descriptions comment comments commentaire commentaires note notes remark remarks ' +
  'remarque remarques detail details text texte message phone telephone email courriel contact requestor requester caller ' +
  'customer client citizen citoyen resident plaignant demandeur name nom prenom user staff agent employee title titre ' +
  'location intersection postal zip zipcode photo submittedphoto closedphoto url link geom geometry shape';
const privateWords = new Set(privateText.split(' '));

/** What says nothing of which field it is. */
const noise = new Set(
  'request sr case call ticket incident record demande requete dossier appel cas of the de du la le des d l a'.split(
    ' ',
  ),
);
const timeNoise = new Set('date datetime time timestamp dt at on utc local heure horodatage dateheure'.split(' '));

/** Lower-case words of a column's name without accents: `CaseNumber`, `case_number` and `Case number` are alike. */
export function wordsOf(column: string): string[] {
  return column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('#', ' number ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The words that tell the field; where nothing else is left, all of them. */
export function columnWords(column: string): string[] {
  const all = wordsOf(column.replaceAll(/service[\s_-]*request/gi, 'request '));
  const telling = all.filter((word) => !noise.has(word));
  return telling.length > 0 ? telling : all;
}

/** The same for a column of times, without the words for a time: none are left of `Date`, which is whose date it is. */
export function timeWords(column: string): string[] {
  const words = columnWords(column);
  const telling = words.filter((word) => !timeNoise.has(word) && !noise.has(word));
  return telling.length > 0 || words.some((word) => timeNoise.has(word)) ? telling : words;
}

export function isPrivateName(column: string): boolean {
  return wordsOf(column).some((word) => privateWords.has(word));
}
