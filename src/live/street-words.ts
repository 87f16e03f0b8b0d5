/** What is known of a block, or of several, in sentences: one for each service. */

import { clearingService, type LiveService } from '../contract/live.ts';
import type { Wording } from '../i18n/words-from.ts';
import type { AskedBlock, BlockState, StreetStatus } from './read-status.ts';
import { agoOf, atTime, passTime } from './time-words.ts';

/** A sentence for what clears the snow, and one for each other service that was seen. */
export function sentencesOf(
  wording: Wording,
  status: StreetStatus,
  blocks: readonly AskedBlock[],
  now: number,
): string[] {
  if (status.since === null) return [];
  return servicesOf(status, blocks).map((service) => {
    const states = statesOf(status, service, blocks);
    const [only] = states;
    return states.length === 1 && only
      ? blockSentence(wording, service, only, status.since ?? now, now)
      : partsSentence(wording, service, states, now);
  });
}

/** The same, short, for a cell of a table: of a service that was merely seen, nothing is said where it was not. */
export function cellSentences(
  wording: Wording,
  status: StreetStatus,
  blocks: readonly AskedBlock[],
  now: number,
): string[] {
  if (status.since === null) return [];
  const clearing = clearingServices(blocks);
  return servicesOf(status, blocks).map((service) => {
    const isClearing = clearing.has(service);
    const asked = blocks.filter((block) => !isClearing || clearingService(block.class) === service);
    const states = statesOf(status, service, asked).filter(({ state }) => isClearing || state !== 'none');
    const [first] = states;
    if (first && states.length === 1) return cellSentence(wording, service, first, now);
    const isBlank = clearing.size === 1 && states.every(({ state }) => state === 'none');
    return isBlank ? wording.text('live.cell.none') : partsSentence(wording, service, states, now);
  });
}

/** Of a whole area in one sentence: how many of its blocks were served, each by what clears it. */
export function areaSentence(
  wording: Wording,
  status: StreetStatus,
  blocks: readonly AskedBlock[],
  now: number,
): string {
  if (status.since === null) return '';
  const states = blocks.flatMap((block) => statesOf(status, clearingService(block.class), [block]));
  const passes = states.flatMap((one) => (one.state === 'done' || one.state === 'drove' ? [one.at] : []));
  if (passes.length === 0) return wording.text('live.cell.none');
  const { count } = wording.format;
  return wording.text('live.area_sentence', {
    count: count(passes.length),
    total: count(blocks.length),
    time: passTime(wording, Math.max(...passes), now),
  });
}

function clearingServices(blocks: readonly AskedBlock[]): ReadonlySet<LiveService> {
  return new Set(blocks.map((block) => clearingService(block.class)));
}

function servicesOf(status: StreetStatus, blocks: readonly AskedBlock[]): LiveService[] {
  const clearing = clearingServices(blocks);
  const isSeen = (service: LiveService) => statesOf(status, service, blocks).some(({ state }) => state !== 'none');
  return [...clearing, ...status.services.filter((service) => !clearing.has(service) && isSeen(service))];
}

/** Of what no file has told yet nothing is said, least of all that nothing was done. */
function statesOf(status: StreetStatus, service: LiveService, blocks: readonly AskedBlock[]): BlockState[] {
  return blocks.flatMap((block) => status.stateOf(service, block) ?? []);
}

export function blockSentence(
  wording: Wording,
  service: LiveService,
  one: BlockState,
  since: number,
  now: number,
): string {
  const name = wording.text(`live.service.${service}`);
  if (one.state === 'none') return wording.text('live.none', { service: name, time: atTime(wording, since, now) });
  if (one.state === 'hidden') return wording.text('live.hidden', { service: name });
  const isMachine = one.state === 'done' || one.state === 'drove';
  const sure = isMachine ? ` ${wording.text(`live.sure.${one.confidence}`)}` : '';
  return `${cellSentence(wording, service, one, now)}${sure}`;
}

function cellSentence(wording: Wording, service: LiveService, one: BlockState, now: number): string {
  if (one.state === 'none' || one.state === 'hidden') return wording.text(`live.cell.${one.state}`);
  const when = { time: passTime(wording, one.at, now), ago: agoOf(wording, one.at, now) };
  if (one.state === 'done') return wording.text(`live.${one.confidence === 'C' ? 'likely' : 'done'}.${service}`, when);
  if (one.state === 'drove') return wording.text(`live.drove.${service}`, when);
  return wording.text(`live.said.${one.state}`, { service: wording.text(`live.service.${service}`), ...when });
}

const parts = ['done', 'likely', 'drove', 'blocked', 'skipped', 'inspected', 'none', 'hidden'] as const;

function partsSentence(wording: Wording, service: LiveService, states: readonly BlockState[], now: number): string {
  const partOf = (one: BlockState) => (one.state === 'done' && one.confidence === 'C' ? 'likely' : one.state);
  const byPart = Map.groupBy(states, partOf);
  const total = wording.format.count(states.length);
  const said = parts.flatMap((part) => {
    const members = byPart.get(part) ?? [];
    if (members.length === 0) return [];
    const newest = Math.max(...members.map((one) => ('at' in one ? one.at : 0)));
    const values = { count: wording.format.count(members.length), total, time: passTime(wording, newest, now) };
    return [wording.text(`live.part.${part}`, values)];
  });
  return wording.text('live.parts', { service: wording.text(`live.service.${service}`), parts: said.join('; ') });
}
