/** The typed shape of `streets.geojson`: the city's street segments and intersections, as `prepare-streets` writes them. */

import { z } from 'zod';

/** Classes of road by which councils set levels of service; what a city calls each is its own. */
export const streetClasses = ['highway', 'arterial', 'collector', 'local', 'laneway', 'path'] as const;
export type StreetClass = (typeof streetClasses)[number];

/** The directions in which vehicles may drive: `forward` is the order of the segment's points. */
export const travelDirections = ['both', 'forward', 'backward'] as const;
export type TravelDirection = (typeof travelDirections)[number];

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and -');
/** Longitude and latitude, WGS 84, in degrees. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** No spreadsheet may take it for a formula: it is published in the place of a request. */
const streetName = z.string().regex(/^(?![=+\-@\t\r])/, 'a name does not begin with = + - @, a tab or a return');
const houseNumber = z.number().int().positive().nullable();

const segment = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({
    /** The same from one preparation to the next as long as the segment keeps its place and its street. */
    segment_id: id,
    /** Of the street it belongs to: the words of its name, as a page address; `unnamed` for what has no name. */
    street_id: id,
    /** As on the street's sign; empty for what has no name. */
    name: streetName,
    class: z.enum(streetClasses),
    travel: z.enum(travelDirections),
    /** House numbers at the start and the end of each side, seen along the order of the points; null for none. */
    left_from: houseNumber,
    left_to: houseNumber,
    right_from: houseNumber,
    right_to: houseNumber,
    /** Where it starts and ends: segments that meet in a place share its node. */
    from_node: id,
    to_node: id,
  }),
  geometry: z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
});

const intersection = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({
    /** The node that the segments share. */
    node: id,
    /** The names of the streets that meet there, at least two, in the order of the alphabet. */
    names: z.array(streetName.min(1)).min(2),
  }),
  geometry: z.strictObject({ type: z.literal('Point'), coordinates: position }),
});

export type Segment = z.infer<typeof segment>;
export type Intersection = z.infer<typeof intersection>;

export const streetCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.union([segment, intersection])),
});
export type StreetCollection = z.infer<typeof streetCollection>;

/** Parks and water, for the ground of the map; yards, where no vehicle is shown and nothing counts as plowed. */
export const placeKinds = ['park', 'water', 'yard'] as const;
export type PlaceKind = (typeof placeKinds)[number];

const place = z.strictObject({
  type: z.literal('Feature'),
  properties: z.strictObject({ kind: z.enum(placeKinds), name: z.string().default('') }),
  geometry: z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).min(4)).min(1) }),
});
export type Place = z.infer<typeof place>;

/** `places.geojson`. */
export const placeCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(place),
});
export type PlaceCollection = z.infer<typeof placeCollection>;

/** `streets.geojson` as the night publishes it: each segment with the area in which its middle lies, null for none. */
export interface PublishedSegment extends Omit<Segment, 'properties'> {
  readonly properties: Segment['properties'] & { readonly area_id: string | null };
}
export interface PublishedStreets {
  readonly type: 'FeatureCollection';
  readonly features: readonly (PublishedSegment | Intersection)[];
}

export function isSegment<One extends { readonly geometry: { readonly type: string } }>(
  feature: One,
): feature is Extract<One, { readonly geometry: { readonly type: 'LineString' } }> {
  return feature.geometry.type === 'LineString';
}
