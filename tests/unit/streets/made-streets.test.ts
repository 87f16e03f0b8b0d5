/** Towns that are made up: whole as networks, believable as towns, and the same again from the same seed. */

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { streetClasses, type Intersection, type Segment } from '../../../src/contract/streets.ts';
import { distance, isInside, laySheet, lineLength } from '../../../scripts/streets/ground.ts';
import { makeStreets, squareOutline, type Town } from '../../../scripts/streets/made/make-streets.ts';
import { placeOfSegment, segmentsOf, intersectionsOf } from './read-collection.ts';

const middle: [number, number] = [-84, 49];
const outline = squareOutline(middle, 12_000);
const sheet = laySheet(middle[1]);
let town: Town;
let segments: Segment[];
let intersections: Intersection[];

beforeAll(() => {
  town = makeStreets({ seed: 7, segments: 1500, outline, middle });
  segments = segmentsOf(town.streets);
  intersections = intersectionsOf(town.streets);
});

describe('as a network', () => {
  test('it has about as many segments as were asked for', () => {
    expect(Math.abs(segments.length - 1500)).toBeLessThanOrEqual(60);
  });

  test('each segment begins and ends at the places of its nodes', () => {
    const places = new Map<string, string>();
    for (const { properties, geometry } of segments) {
      for (const [node, place] of [
        [properties.from_node, geometry.coordinates[0]!],
        [properties.to_node, geometry.coordinates.at(-1)!],
      ] as const) {
        expect(places.get(node) ?? place.join()).toBe(place.join());
        places.set(node, place.join());
      }
    }
    expect(new Set(places.values()).size).toBe(places.size);
    expect(
      intersections.filter(({ properties, geometry }) => places.get(properties.node) !== geometry.coordinates.join()),
    ).toEqual([]);
  });

  test('every segment can be reached from every other', () => {
    const neighbours = Map.groupBy(
      segments.flatMap(
        ({ properties: { from_node: one, to_node: other } }) =>
          [
            [one, other],
            [other, one],
          ] as const,
      ),
      ([node]) => node,
    );
    const reached = new Set([segments[0]!.properties.from_node]);
    for (const node of reached) for (const [, next] of neighbours.get(node)!) reached.add(next);
    expect(reached.size).toBe(neighbours.size);
  });

  test('no segment crosses another but at a node', () => {
    const pieces = segments.flatMap((segment) => piecesOf(segment));
    const cells = Map.groupBy(
      pieces.flatMap((piece) => cellsOf(piece).map((cell) => ({ cell, piece }))),
      ({ cell }) => cell,
    );
    const crossed = [...cells.values()].flatMap((group) =>
      group.flatMap(({ piece: one }, i) =>
        group
          .slice(i + 1)
          .filter(({ piece: other }) => cross(one, other))
          .map(({ piece: other }) => `${one.id} ${other.id}`),
      ),
    );
    expect(crossed).toEqual([]);
  });

  test('ids are unique, and every intersection is a node where streets of two names meet', () => {
    expect(new Set(segments.map(({ properties }) => properties.segment_id)).size).toBe(segments.length);
    expect(new Set(intersections.map(({ properties }) => properties.node)).size).toBe(intersections.length);
    const names = Map.groupBy(
      segments.flatMap(({ properties: { name, from_node, to_node } }) => [
        { name, node: from_node },
        { name, node: to_node },
      ]),
      ({ node }) => node,
    );
    const wrong = intersections.filter(({ properties }) => {
      const there = new Set(
        names
          .get(properties.node)!
          .map(({ name }) => name)
          .filter((name) => name !== ''),
      );
      return [...there].sort().join() !== properties.names.join();
    });
    expect(wrong).toEqual([]);
    expect(intersections.length).toBeGreaterThan(400);
  });

  test('all of it lies within the outline', () => {
    const outside = segments.filter(({ geometry }) =>
      geometry.coordinates.some(([x, y]) => !isInside(outline[0]!, x, y)),
    );
    expect(outside).toEqual([]);
  });
});

describe('as a town', () => {
  test('house numbers do not overlap within a street, and no side mixes odd and even', () => {
    for (const street of Map.groupBy(segments, ({ properties }) => properties.name).values()) {
      const ranges = street.flatMap(
        ({ properties: p }) =>
          [
            [p.left_from, p.left_to],
            [p.right_from, p.right_to],
          ] as const,
      );
      const numbers = ranges.flatMap(([from, to]) => (from === null || to === null ? [] : everySecond(from, to)));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(
        ranges.filter(([from, to]) => (from === null) !== (to === null) || ((from ?? 0) - (to ?? 0)) % 2 !== 0),
      ).toEqual([]);
    }
    expect(segments.filter(({ properties }) => properties.left_from !== null).length).toBeGreaterThan(
      segments.length / 2,
    );
  });

  test('it has every class of road, one-way streets both ways round, dead ends, crescents and curves', () => {
    expect(new Set(segments.map(({ properties }) => properties.class))).toEqual(new Set(streetClasses));
    expect(new Set(segments.map(({ properties }) => properties.travel))).toEqual(
      new Set(['both', 'forward', 'backward']),
    );
    const ends = Map.groupBy(
      segments.flatMap(({ properties: p }) => [p.from_node, p.to_node]),
      (node) => node,
    );
    expect([...ends.values()].filter(({ length }) => length === 1).length).toBeGreaterThan(50);
    const bent = segments.filter(({ geometry: { coordinates } }) => {
      const points = coordinates.map(sheet.toMetres);
      return lineLength(points) > 1.3 * distance(points[0]!, points.at(-1)!);
    });
    expect(bent.length).toBeGreaterThan(20);
  });

  test('service roads run within 30 m of their through road', () => {
    const service = segments.filter(({ properties }) => properties.name.endsWith('Service Road'));
    expect(service.length).toBeGreaterThan(3);
    for (const segment of service) {
      const through = segments.filter(
        ({ properties }) =>
          `${properties.name} Service Road` === segment.properties.name ||
          properties.name.startsWith(segment.properties.name.replace(/ Service Road$/, '')),
      );
      const here = sheet.toMetres(placeOfSegment(segment));
      const away = through
        .filter((one) => one !== segment && !one.properties.name.endsWith('Service Road'))
        .flatMap(({ geometry }) => piecesAlong(geometry.coordinates.map(sheet.toMetres)))
        .map((point) => distance(point, here));
      expect(Math.min(...away)).toBeLessThan(30);
    }
  });

  test('some names differ by their type or their side of town alone', () => {
    const names = [...new Set(segments.map(({ properties }) => properties.name))];
    const sides = names.filter((name) => /(East|North)$/.test(name));
    expect(
      sides.filter((name) => names.includes(name.replace(/East$/, 'West').replace(/North$/, 'South'))).length,
    ).toBeGreaterThan(0);
    const bare = Map.groupBy(
      names.filter((name) => /(Street|Avenue|Road)$/.test(name)),
      (name) => name.replace(/ \w+$/, ''),
    );
    expect([...bare.values()].filter(({ length }) => length > 1).length).toBeGreaterThan(2);
  });

  test('it has parks, and two works yards or more, and no vehicle street runs through park or pond', () => {
    const kinds = town.places.map(({ properties }) => properties.kind);
    expect(kinds.filter((kind) => kind === 'yard').length).toBeGreaterThanOrEqual(2);
    expect(kinds).toContain('park');
    const ground = town.places.filter(({ properties }) => properties.kind !== 'yard');
    const wet = segments.filter(
      ({ properties, geometry }) =>
        properties.class !== 'path' &&
        geometry.coordinates.some(([x, y]) => ground.some((place) => isInside(place.geometry.coordinates, x, y))),
    );
    expect(wet).toEqual([]);
  });
});

test('the same seed gives the same town, another seed another one', () => {
  const small = (seed: number) =>
    JSON.stringify(makeStreets({ seed, segments: 300, outline: squareOutline(middle, 6000), middle }));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const made = small(seed);
      return made === small(seed) && made !== small(seed + 1);
    }),
    { numRuns: 3 },
  );
});

type Metres = readonly [number, number];
interface Stretch {
  readonly id: string;
  readonly from: Metres;
  readonly to: Metres;
}

function piecesOf({ properties, geometry }: Segment): Stretch[] {
  const points = geometry.coordinates.map(sheet.toMetres);
  return points.slice(1).map((to, i) => ({ id: properties.segment_id, from: points[i]!, to }));
}

const cellMetres = 200;

function cellsOf({ from, to }: Stretch): string[] {
  const span = (axis: 0 | 1) => {
    const [low, high] = [Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis])].map((at) =>
      Math.floor(at / cellMetres),
    );
    return Array.from({ length: high! - low! + 1 }, (_, i) => low! + i);
  };
  return span(0).flatMap((column) => span(1).map((row) => `${column},${row}`));
}

/** Strictly: two pieces that share an end, or touch within a tenth of a metre, do not cross. */
function cross(one: Stretch, other: Stretch): boolean {
  const side = (a: Metres, b: Metres, c: Metres) =>
    ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / distance(a, b);
  const apart = (a: number, b: number) => (a > 0.2 && b < -0.2) || (a < -0.2 && b > 0.2);
  return (
    apart(side(one.from, one.to, other.from), side(one.from, one.to, other.to)) &&
    apart(side(other.from, other.to, one.from), side(other.from, other.to, one.to))
  );
}

function piecesAlong(points: readonly Metres[]): Metres[] {
  return points.slice(1).flatMap(([x, y], i) => {
    const [u, v] = points[i]!;
    return Array.from({ length: 51 }, (_, step): Metres => [u + ((x - u) * step) / 50, v + ((y - v) * step) / 50]);
  });
}

function everySecond(from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return Array.from({ length: (high - low) / 2 + 1 }, (_, i) => low + 2 * i);
}
