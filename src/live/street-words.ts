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
  return sayServices(status, blocks, ({ service, states, isClearing }) => {
    const [first] = states;
    const saysOne = states.length === 1 || states.every(({ state }) => state === 'none');
    return first && saysOne
      ? blockSentence(wording, service, first, status.since ?? now, now)
      : partsSentence(wording, service, states, isClearing, now);
  });
}

/** The same, short, for a cell of a table. */
export function cellSentences(
  wording: Wording,
  status: StreetStatus,
  blocks: readonly AskedBlock[],
  now: number,
): string[] {
  return sayServices(status, blocks, ({ service, states, isClearing, isAlone }) => {
    const [first] = states;
    if (first && states.length === 1 && (isAlone || 'at' in first)) return cellSentence(wording, service, first, now);
    const isBlank = isAlone && states.every(({ state }) => state === 'none');
    return isBlank ? wording.text('live.cell.none') : partsSentence(wording, service, states, isClearing, now);
  });
}

interface ServiceStates {
  readonly service: LiveService;
  /** Of every block that the service is asked of, so that one of seven never reads as all. */
  readonly states: readonly BlockState[];
  readonly isClearing: boolean;
  /** Whether one service clears all of the blocks, so that it need not be named. */
  readonly isAlone: boolean;
}

/** What clears the snow is said of the blocks that it clears, done or not; another service of all, where it was seen. */
function sayServices(
  status: StreetStatus,
  blocks: readonly AskedBlock[],
  say: (states: ServiceStates) => string,
): string[] {
  if (status.since === null) return [];
  const clearing = new Set(blocks.map((block) => clearingService(block.class)));
  const isSeen = (service: LiveService) => statesOf(status, service, blocks).some(({ state }) => state !== 'none');
  const others = status.services.filter((service) => !clearing.has(service) && isSeen(service));
  return [...clearing, ...others].map((service) => {
    const isClearing = clearing.has(service);
    const asked = isClearing ? blocks.filter((block) => clearingService(block.class) === service) : blocks;
    const states = statesOf(status, service, asked);
    return say({ service, states, isClearing, isAlone: isClearing && clearing.size === 1 });
  });
}

/** Of what no file has told yet nothing is said, least of all that nothing was done. */
function statesOf(status: StreetStatus, service: LiveService, blocks: readonly AskedBlock[]): BlockState[] {
  return blocks.flatMap((block) => status.stateOf(service, block) ?? []);
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
  return wording.plural('live.area_sentence', passes.length, {
    total: wording.format.count(blocks.length),
    time: passTime(wording, Math.max(...passes), now),
  });
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

/** How many of the blocks are not done says itself, but for what should clear them. */
function partsSentence(
  wording: Wording,
  service: LiveService,
  states: readonly BlockState[],
  isClearing: boolean,
  now: number,
): string {
  const partOf = (one: BlockState) => (one.state === 'done' && one.confidence === 'C' ? 'likely' : one.state);
  const byPart = Map.groupBy(states, partOf);
  const total = wording.format.count(states.length);
  const said = parts.flatMap((part) => {
    const members = byPart.get(part) ?? [];
    if (members.length === 0 || (part === 'none' && !isClearing)) return [];
    const newest = Math.max(...members.map((one) => ('at' in one ? one.at : 0)));
    return [wording.plural(`live.part.${part}`, members.length, { total, time: passTime(wording, newest, now) })];
  });
  return wording.text('live.parts', { service: wording.text(`live.service.${service}`), parts: said.join('; ') });
}
