/** What every live page does in the browser: polls, says how fresh the times are, and fills the cells that wait for them. */

import type { Language } from '../contract/city.ts';
import { wordsFrom, type Wording } from '../i18n/words-from.ts';
import { readBlocks } from './block-list.ts';
import { freshWords } from './fresh-words.ts';
import { nothingKnown, pollLive, type LiveKnown, type PollEffects, type Poller } from './poll-live.ts';
import { readStatus, type StreetStatus } from './read-status.ts';
import { areaSentence, cellSentences } from './street-words.ts';
import { atTime } from './time-words.ts';

export interface LivePage {
  readonly wording: Wording;
  readonly poller: Poller;
  readonly delaySeconds: number;
  /** The visitor's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called now and after each poll. The status is null where there is none, or where it is of other streets than the page's. */
  onKnown(look: (known: LiveKnown, status: StreetStatus | null) => void): void;
}

/** Words change by the clock even when no poll succeeds. */
const CLOCK_MS = 15_000;

/** Null on a page without live times. */
export async function startLive(document: Document, now: () => number = Date.now): Promise<LivePage | null> {
  const place = document.querySelector<HTMLElement>('[data-live]');
  if (place === null) return null;
  const { live = '', hash = '', zone = 'UTC', delay = '0' } = place.dataset;
  const wording = await readWording(document.documentElement.lang.startsWith('fr') ? 'fr' : 'en', zone);
  const delaySeconds = Number(delay);
  const looks: ((known: LiveKnown, status: StreetStatus | null) => void)[] = [];
  let known = nothingKnown;
  let status: StreetStatus | null = null;
  let isPaused = false;

  const sayFresh = () => {
    if (!isPaused) showFresh(place, wording, known, { hash, delaySeconds, now: now() });
  };
  const poller = pollLive((next) => {
    if (isPaused) return;
    const isOurs = next.head === null || next.head.streets === hash;
    if (next.status !== known.status || next.others !== known.others || !isOurs)
      status = next.status && isOurs ? readStatus(next.status, next.others) : null;
    known = next;
    sayFresh();
    fillCells(document, wording, status, now());
    for (const look of looks) look(known, status);
  }, browserEffects(live));
  watchPause({ place, wording, poller, now }, (paused) => {
    isPaused = paused;
  });
  document.addEventListener('visibilitychange', () => !isPaused && poller.setHidden(document.hidden));
  setInterval(sayFresh, CLOCK_MS);
  // An area is told by what clears its streets, a street by all that was seen of it.
  if (document.querySelector('[data-blocks]:not([data-area])')) poller.wantServices();
  poller.start();
  return {
    wording,
    poller,
    delaySeconds,
    now,
    onKnown: (look) => {
      looks.push(look);
      look(known, status);
    },
  };
}

async function readWording(language: Language, zone: string): Promise<Wording> {
  const dictionary =
    language === 'fr' ? (await import('../i18n/live-fr.ts')).liveFr : (await import('../i18n/live-en.ts')).liveEn;
  return wordsFrom(dictionary, language, zone);
}

function browserEffects(folder: string): PollEffects {
  return {
    random: Math.random,
    readJson: async (path) => {
      const response = await fetch(folder + path);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    },
    setTimer: (run, milliseconds) => window.setTimeout(run, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer as number | undefined),
  };
}

interface FreshPlace {
  readonly hash: string;
  readonly delaySeconds: number;
  readonly now: number;
}

/** The eye sees each minute pass; a reader aloud is told when the state itself is another. */
function showFresh(
  place: HTMLElement,
  wording: Wording,
  { head }: LiveKnown,
  { hash, delaySeconds, now }: FreshPlace,
): void {
  const said = freshWords(wording, head, delaySeconds, now);
  const isOther = head !== null && head.streets !== hash;
  const sentences = isOther ? [...said.sentences, wording.text('live.fresh.differ')] : said.sentences;
  const shown = place.querySelector<HTMLElement>('[data-fresh]');
  const spoken = place.querySelector<HTMLElement>('[role="status"]');
  if (shown) shown.textContent = sentences.join(' ');
  if (spoken && place.dataset['freshness'] !== said.freshness) spoken.textContent = sentences.join(' ');
  place.dataset['freshness'] = said.freshness;
}

/** Each service on a line of its own. A city has hundreds of cells, so what does not change is not touched. */
function fillCells(document: Document, wording: Wording, status: StreetStatus | null, now: number): void {
  for (const cell of document.querySelectorAll<HTMLElement>('[data-blocks]')) {
    const unknown = cell.dataset['sentence'] === undefined ? 'live.times_none' : 'live.times_none_now';
    const text = cellText(wording, status, cell.dataset, now) || wording.text(unknown);
    if (cell.textContent !== text) cell.textContent = text;
  }
}

function cellText(
  wording: Wording,
  status: StreetStatus | null,
  { blocks = '', area }: DOMStringMap,
  now: number,
): string {
  if (status === null) return '';
  const asked = readBlocks(blocks);
  return area === undefined
    ? cellSentences(wording, status, asked, now).join('\n')
    : areaSentence(wording, status, asked, now);
}

interface Paused {
  readonly place: HTMLElement;
  readonly wording: Wording;
  readonly poller: Poller;
  readonly now: () => number;
}

function watchPause({ place, wording, poller, now }: Paused, onPause: (isPaused: boolean) => void): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-pause]');
  let isPaused = false;
  const toggle = () => {
    isPaused = !isPaused;
    for (const button of buttons) button.textContent = wording.text(isPaused ? 'live.resume' : 'live.pause');
    onPause(isPaused);
    const time = atTime(wording, now(), now());
    for (const said of isPaused ? place.querySelectorAll('[data-fresh], [role="status"]') : []) {
      said.textContent = wording.text('live.fresh.paused', { time });
    }
    delete place.dataset['freshness'];
    if (isPaused) poller.pause();
    else poller.start();
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', toggle);
  }
}
