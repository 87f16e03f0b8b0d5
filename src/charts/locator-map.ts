/** The areas of the city as plain shapes with their names, one of them marked if wanted. */

import { geoArea, geoMercator, geoPath } from 'd3';
import type { AreaGeometry } from '../contract/city.ts';
import { twoLines } from './break-lines.ts';

export interface MapArea {
  readonly label: string;
  readonly geometry: AreaGeometry;
  readonly isMarked: boolean;
}

export interface LocatorMapOptions {
  readonly width: number;
  readonly document: Document;
  /** Small maps carry no names. */
  readonly hasNames: boolean;
}

const svgSpace = 'http://www.w3.org/2000/svg';
const edge = 2;

export function locatorMap(areas: readonly MapArea[], { width, document, hasNames }: LocatorMapOptions): Element {
  const shapes = areas.map((area) => ({ ...area, geometry: rewound(area.geometry) }));
  const all = { type: 'GeometryCollection' as const, geometries: shapes.map((area) => area.geometry) };
  const projection = geoMercator().fitWidth(width - 2 * edge, all);
  const path = geoPath(projection).digits(1);
  const height = Math.ceil(path.bounds(all)[1][1]) + 2 * edge;
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', `${-edge} ${-edge} ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  for (const area of shapes) {
    const shape = document.createElementNS(svgSpace, 'path');
    shape.setAttribute('d', path(area.geometry) ?? '');
    shape.setAttribute('fill', area.isMarked ? 'var(--accent)' : 'var(--land)');
    shape.setAttribute('stroke', 'var(--ground)');
    shape.setAttribute('stroke-width', '1.5');
    svg.append(shape);
  }
  if (hasNames) for (const area of shapes) svg.append(nameOf(area, path.centroid(area.geometry), document));
  return svg;
}

function nameOf(area: MapArea, [x, y]: [number, number], document: Document): Element {
  const text = document.createElementNS(svgSpace, 'text');
  text.setAttribute('text-anchor', 'middle');
  const words = twoLines(area.label, 11);
  words.forEach((line, index) => {
    const span = document.createElementNS(svgSpace, 'tspan');
    span.setAttribute('x', x.toFixed(1));
    span.setAttribute('y', (y + 5 + (index - (words.length - 1) / 2) * 17).toFixed(1));
    span.textContent = line;
    text.append(span);
  });
  return text;
}

/** d3 reads a ring the other way round than RFC 7946 writes it: an area of more than half the globe is inside out. */
function rewound(geometry: AreaGeometry): AreaGeometry {
  const turn = (rings: [number, number][][]): [number, number][][] =>
    geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI ? rings.map((ring) => ring.toReversed()) : rings;
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turn(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(turn) };
}
