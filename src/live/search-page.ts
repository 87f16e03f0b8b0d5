/** The search box of the live page: reads the list of streets at the first key, suggests, and shows the answer. */

import { answerOf, labelOf, type Answer } from './answer.ts';
import { makeCombobox } from './combobox.ts';
import type { LivePage } from './live-page.ts';
import type { StreetStatus } from './read-status.ts';
import { makeSearch, type Found, type Search } from './search-streets.ts';
import type { StreetIndex, StreetShard } from './street-files.ts';

interface ReadSearch {
  readonly index: StreetIndex;
  readonly search: Search;
}

export function startSearch(form: HTMLFormElement, page: LivePage): void {
  const { wording } = page;
  const input = form.querySelector('input') as HTMLInputElement;
  const list = form.querySelector('[role="listbox"]') as HTMLElement;
  const spoken = form.querySelector('[role="status"]') as HTMLElement;
  const place = document.querySelector('[data-answer]') as HTMLElement;
  let shown: { readonly found: Found; readonly index: StreetIndex } | undefined;
  let known: StreetStatus | null = null;

  const draw = () => {
    if (!shown) return;
    showAnswer(place, page, answerOf(wording, shown.index, shown.found, known, page.now()));
  };
  const choose = (index: StreetIndex, found: Found) => {
    shown = { index, found };
    draw();
    history.replaceState(null, '', `?q=${encodeURIComponent(labelOf(wording, index, found))}`);
    attend(place);
  };
  const say = (text: string) => {
    place.hidden = false;
    place.replaceChildren(made('h2', { tabindex: '-1' }, wording.text('live.no_answer')), made('p', {}, text));
    attend(place);
  };

  let read: ReadSearch | undefined;
  const reading = once(async () => (read = await readSearch(form.dataset['index'] ?? '')));
  const box = makeCombobox<Found>(input, list, {
    suggest: (text) =>
      reading()
        .then(({ search }) => search(text))
        .catch(() => []),
    labelOf: (found) => (read ? labelOf(wording, read.index, found) : ''),
    onChoose: (found) => read && choose(read.index, found),
    onSuggested: (count) => {
      spoken.textContent = wording.plural('live.suggested', count);
    },
  });
  const ask = async () => {
    page.poller.wantServices();
    try {
      const { index, search } = await reading();
      const [first] = await search(input.value);
      box.close();
      if (first) choose(index, first);
      else say(wording.text('live.not_found', { query: input.value }));
    } catch {
      say(wording.text('live.unreadable'));
    }
  };
  input.addEventListener('focus', () => {
    page.poller.wantServices();
    void reading().catch(() => {});
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') void ask();
  });
  page.onKnown((_, status) => {
    known = status;
    draw();
  });
  form.hidden = false;
  const asked = new URL(location.href).searchParams.get('q');
  if (asked) {
    input.value = asked;
    void ask();
  }
}

/** What is read once stays; what could not be read is asked for again. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
}

async function readSearch(address: string): Promise<ReadSearch> {
  const index: StreetIndex = await readJson(address);
  const shards = new Map<string, () => Promise<StreetShard>>();
  const readShard = (shard: string) => {
    const reading = shards.get(shard) ?? once(() => readJson<StreetShard>(shard));
    shards.set(shard, reading);
    return reading();
  };
  return { index, search: makeSearch(index, readShard) };
}

async function readJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<Content>;
}

function showAnswer(place: HTMLElement, { wording }: LivePage, answer: Answer): void {
  const standards = answer.standards.map(({ sentence, level }) => {
    const link = made(
      'a',
      { href: level.citation },
      wording.text('live.standard_link', { day: wording.format.day(level.since) }),
    );
    const item = made('li', {}, `${sentence} `);
    item.append(link);
    return item;
  });
  const links = answer.streets.map(({ name, id }) => {
    const item = made('li', {});
    item.append(
      made('a', { href: `${place.dataset['streets']}${id}/` }, wording.text('live.street_page', { street: name })),
    );
    return item;
  });
  const parts = answer.parts.flatMap(({ title, sentences }) => [
    ...(title === null ? [] : [made('h3', {}, title)]),
    ...(sentences.length === 0 ? [wording.text('live.times_none_now')] : sentences).map((sentence) =>
      made('p', { class: 'said' }, sentence),
    ),
  ]);
  const hadFocus = place.querySelector('h2') === document.activeElement;
  place.replaceChildren(
    made('h2', { tabindex: '-1' }, answer.title),
    ...parts,
    made('p', { class: 'quiet' }, wording.text('live.next')),
    made('h3', {}, wording.text('live.standards')),
    standards.length === 0 ? made('p', {}, wording.text('live.standards_none')) : listOf(standards),
    listOf(links, 'inline'),
  );
  place.hidden = false;
  if (hadFocus) place.querySelector('h2')?.focus();
}

/** Its sentence is what was asked for: with the heading alone in sight it would lie below the edge of a phone. */
function attend(place: HTMLElement): void {
  place.querySelector('h2')?.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}

function listOf(items: readonly HTMLElement[], kind = ''): HTMLElement {
  const list = made('ul', { class: kind });
  list.append(...items);
  return list;
}

function made(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}
