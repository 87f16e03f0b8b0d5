/** Moves places on a line apart until each has its room, keeping their order and staying inside. */

export function spread(places: readonly number[], room: number, length: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let floor = 0;
  for (const item of order) {
    item.place = Math.max(item.place, floor);
    floor = item.place + room;
  }
  let ceiling = length;
  for (const item of order.toReversed()) {
    item.place = Math.min(item.place, ceiling);
    ceiling = item.place - room;
  }
  return order.sort((a, b) => a.index - b.index).map((item) => item.place);
}
