/** The data set `events`. */

import { eventKinds } from '../city.ts';
import { column, type Dataset } from './dataset.ts';
import { names } from './shared-columns.ts';

export const eventsDataset: Dataset = {
  id: 'events',
  model: 'published_events',
  title: { en: 'Events', fr: 'Événements' },
  grain: { en: 'One row per storm or declared event.', fr: 'Une ligne par tempête ou événement déclaré.' },
  sortedBy: ['starts_on', 'event_id'],
  arrowSortedBy: ['starts_on', 'event_id'],
  columns: [
    column('event_id', 'text', ['Event', 'Its code.'], ['Événement', 'Son code.']),
    column('kind', 'code', ['Kind', 'What it was.'], ['Nature', 'Ce que c’était.'], { values: eventKinds }),
    column('starts_on', 'date', ['Start', 'First local day.'], ['Début', 'Premier jour local.']),
    column('ends_on', 'date', ['End', 'Last local day.'], ['Fin', 'Dernier jour local.']),
    ...names,
  ],
};
