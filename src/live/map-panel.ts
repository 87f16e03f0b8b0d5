/** The map on request: loads it at a press of the button, feeds it what the page knows, and says in words what is pointed at. */

import {
  clearingService,
  liveServices,
  type LiveService,
  type LiveStreets,
  type LiveVehicles,
} from '../contract/live.ts';
import type { StreetClass } from '../contract/streets.ts';
import type { DrawnStreet, DrawnVehicle, LiveMap } from '../map/draw-map.ts';
import { ageOf } from '../map/street-ages.ts';
import { streetLines } from '../map/street-features.ts';
import { drawLegend } from './map-legend.ts';
import { freshnessOf, showsVehicles } from './freshness.ts';
import type { LivePage } from './live-page.ts';
import type { StreetStatus } from './read-status.ts';
import { sentencesOf } from './street-words.ts';

export function startMap(panel: HTMLElement, page: LivePage): void {
  const { wording } = page;
  const button = panel.querySelector('[data-map-show]') as HTMLButtonElement;
  const said = panel.querySelector('[role="status"]') as HTMLElement;
  panel.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = wording.text('live.map_loading');
    try {
      await openMap(panel, page, said);
      said.textContent = wording.text('live.map_point');
      button.hidden = true;
      panel.querySelector('canvas')?.focus();
    } catch (error) {
      console.warn(error);
      button.disabled = false;
      said.textContent = wording.text('live.map_failed');
    }
  });
}

async function openMap(panel: HTMLElement, page: LivePage, said: HTMLElement): Promise<void> {
  const { wording } = page;
  const { streets: streetsAddress = '', areas = '', places = '' } = panel.dataset;
  const [{ drawMap }, streets, areaShapes, placeShapes] = await Promise.all([
    import('../map/draw-map.ts'),
    readJson<LiveStreets>(streetsAddress),
    readJson<Shapes>(areas),
    readJson<Shapes>(places),
  ]);
  const show = (isShown: boolean) => {
    for (const part of panel.querySelectorAll<HTMLElement>('[data-map-open]')) part.hidden = !isShown;
  };
  show(true);
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  let status: StreetStatus | null = null;
  const map = await drawMap({
    container: panel.querySelector('[data-map]') as HTMLElement,
    ground: { streets: streetLines(streets), areas: areaShapes, places: placeShapes },
    scheme,
    label: wording.text('live.map_label'),
    gestures: {
      fingers: wording.text('live.map_fingers'),
      wheel: wording.text('live.map_wheel', { key: 'Ctrl' }),
      macWheel: wording.text('live.map_wheel', { key: '⌘' }),
    },
    onStreet: (segment) => {
      said.textContent = chosenText(page, streets, status, segment);
    },
  }).catch((error: unknown) => {
    show(false);
    throw error;
  });
  drawLegend(panel.querySelector('[data-legend]') as HTMLElement, wording, scheme);
  watchZoom(panel, map);
  const service = watchService(panel, () => draw());
  const classes = streets.class as readonly StreetClass[];
  const draw = () => map.showStreets(drawnStreets(status, service(), classes, page.now()));
  const count = panel.querySelector('[data-vehicles]') as HTMLElement;
  page.poller.wantVehicles();
  page.poller.wantServices();
  page.onKnown(({ head, vehicles }, next) => {
    status = next;
    offerServices(panel, page, [...classes.map(clearingService), ...(next?.services ?? [])]);
    draw();
    const isShown = showsVehicles(freshnessOf(head, page.delaySeconds, page.now()));
    const seen = isShown && vehicles ? drawnVehicles(vehicles) : [];
    map.showVehicles(seen);
    // Before they were read, none is not a number to be told.
    count.textContent = vehicles === null ? '' : wording.plural('live.vehicles', seen.length);
  });
}

type Shapes = { readonly type: 'FeatureCollection'; readonly features: readonly unknown[] };

async function readJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<Content>;
}

/** What was driven without a sensor, and what is likely only, is hatched; what people say is no pass has no age. */
export function drawnStreets(
  status: StreetStatus | null,
  service: LiveService,
  classes: readonly StreetClass[],
  now: number,
): DrawnStreet[] {
  return classes.map((kind, index) => {
    const one = status?.stateOf(service, { index, class: kind });
    if (one === undefined || !(one.state === 'done' || one.state === 'drove' || one.state === 'inspected')) {
      return { age: 'none', isLikely: false };
    }
    const isLikely = one.state === 'drove' || (one.state === 'done' && one.confidence === 'C');
    return { age: ageOf((now - one.at) / 3_600_000), isLikely };
  });
}

function drawnVehicles({ lon, lat, heading }: LiveVehicles): DrawnVehicle[] {
  return lon.map((east, place) => ({ lon: east, lat: lat[place] ?? 0, heading: heading[place] ?? 0 }));
}

function chosenText(page: LivePage, streets: LiveStreets, status: StreetStatus | null, segment: number): string {
  const { wording } = page;
  const street = streets.streets[streets.street[segment] ?? -1]?.name || wording.text('live.map_unnamed');
  const block = { index: segment, class: streets.class[segment] as StreetClass };
  const sentences = status === null ? [] : sentencesOf(wording, status, [block], page.now());
  return wording.text('live.map_chosen', {
    street,
    sentences: sentences.join(' ') || wording.text('live.times_none_now'),
  });
}

function watchZoom(panel: HTMLElement, map: LiveMap): void {
  for (const button of panel.querySelectorAll<HTMLElement>('[data-zoom]')) {
    button.addEventListener('click', () => map.zoomBy(Number(button.dataset['zoom'])));
  }
}

function watchService(panel: HTMLElement, onChange: () => void): () => LiveService {
  const select = panel.querySelector('select') as HTMLSelectElement;
  select.addEventListener('change', onChange);
  return () => (select.value || 'plow') as LiveService;
}

/** What clears the streets of the city always, and what else the storm has seen. */
function offerServices(panel: HTMLElement, { wording }: LivePage, offered: readonly LiveService[]): void {
  const select = panel.querySelector('select') as HTMLSelectElement;
  const services = liveServices.filter((service) => offered.includes(service));
  if (services.join() === [...select.options].map(({ value }) => value).join()) return;
  const chosen = select.value;
  select.replaceChildren(...services.map((service) => new Option(wording.text(`live.service.${service}`), service)));
  if (services.includes(chosen as LiveService)) select.value = chosen;
}
