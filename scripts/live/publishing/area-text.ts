/** `areas/<area>.<language>.txt`: every street of an area in plain text, for those without JavaScript or a map. */

import type { Language } from '../../../src/contract/city.ts';
import { liveServices, type LiveService, type PassState } from '../../../src/contract/live.ts';
import type { LiveEvent } from '../../../src/contract/live-settings.ts';
import type { Segment } from '../../../src/contract/streets.ts';
import type { ServiceStatus, StreetStatus } from '../street-status.ts';
import { areaWords, type AreaWords } from './area-words.ts';
import { floorToFive } from './five-minutes.ts';

export interface AreaStatus {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly status: StreetStatus;
  readonly isHidden: (segmentId: string) => boolean;
  readonly event: LiveEvent | null;
  readonly isHiding: boolean;
  readonly on: number;
  readonly of: number;
  readonly delaySeconds: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
}

export function areaText(area: AreaStatus, language: Language): string {
  const words = areaWords[language];
  const clock = clockOf(language, area.timeZone);
  const streets = area.event === null || area.isHiding ? [] : streetLines(area, words, clock, language);
  const lines = [
    words.title(area.name),
    '',
    words.writtenAt(clock.full(area.now), Math.ceil(area.delaySeconds / 60)),
    eventLine(area, language, words, clock),
    words.reporting(area.on, area.of),
    ...(area.isHiding ? ['', words.hidden] : []),
    '',
    ...(streets.length === 0 && area.event !== null && !area.isHiding ? [words.nothing] : streets),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

interface Clock {
  readonly full: (moment: number) => string;
  readonly short: (moment: number) => string;
}

function clockOf(language: Language, timeZone: string): Clock {
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA';
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const full = new Intl.DateTimeFormat(locale, { ...time, weekday: 'long', day: 'numeric', month: 'long' });
  const short = new Intl.DateTimeFormat(locale, time);
  const write = language === 'fr' ? writeFrench : (text: string) => text;
  return { full: (moment) => write(full.format(moment)), short: (moment) => write(short.format(moment)) };
}

/** “7 h 05” and “7 h”, but never “07 h 00”; and the first of a month. */
function writeFrench(text: string): string {
  return text
    .replace(/\b0(\d)\sh/, '$1 h')
    .replace(/\sh\s00\b/, ' h')
    .replace(/ 1 (?=\p{L})/u, ' 1er ');
}

function eventLine({ event }: AreaStatus, language: Language, words: AreaWords, clock: Clock): string {
  if (event === null) return words.noEvent;
  const name = event.name[language] ?? event.id;
  return event.ended_at === null
    ? words.event(name, clock.full(Date.parse(event.started_at)))
    : words.eventEnded(name, clock.full(Date.parse(event.ended_at)));
}

/** Streets by name, each with a line a service. */
function streetLines(area: AreaStatus, words: AreaWords, clock: Clock, language: Language): string[] {
  const services = liveServices.filter((service) => area.status.has(service));
  if (services.length === 0) return [];
  const named = area.segments.filter(({ properties }) => properties.name !== '');
  const streets = [...Map.groupBy(named, ({ properties }) => properties.name)];
  return streets
    .sort(([a], [b]) => a.localeCompare(b, language))
    .flatMap(([name, segments]) => [
      name,
      ...services
        .filter((service) => isOf(service, segments, area))
        .map((service) => serviceLine(service, segments, area, words, clock)),
    ]);
}

/** What clears the snow of a street is always said, done or not; the rest, where it was seen. */
function isOf(service: LiveService, segments: readonly Segment[], { status, isHidden }: AreaStatus): boolean {
  const clears = (only: 'laneway' | 'path') => segments.every(({ properties }) => properties.class === only);
  if (service === (clears('laneway') ? 'laneway' : clears('path') ? 'sidewalk' : 'plow')) return true;
  return segments.some(
    ({ properties: { segment_id } }) => !isHidden(segment_id) && status.get(service)?.has(segment_id),
  );
}

function serviceLine(
  service: LiveService,
  segments: readonly Segment[],
  { status, isHidden }: AreaStatus,
  words: AreaWords,
  clock: Clock,
): string {
  const byState = new Map<PassState, ServiceStatus[]>();
  let [none, hidden] = [0, 0];
  for (const { properties } of segments) {
    const one = status.get(service)?.get(properties.segment_id);
    if (isHidden(properties.segment_id)) hidden += 1;
    else if (one === undefined) none += 1;
    else byState.set(one.state, [...(byState.get(one.state) ?? []), one]);
  }
  const part = (count: number) => words.part(count, segments.length);
  const said = [...byState].map(([state, all]) => {
    const newest = all.reduce((a, b) => (b.at > a.at ? b : a));
    const likely = all.some(({ confidence }) => confidence === 'C') ? words.likely : '';
    return words.states[state](part(all.length), `${clock.short(floorToFive(newest.at))}${likely}`);
  });
  if (none > 0) said.push(words.notYet(part(none)));
  if (hidden > 0) said.push(words.withheld(part(hidden)));
  return `  ${words.services[service]}${words.colon} ${said.join('; ')}`;
}
