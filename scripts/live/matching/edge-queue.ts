/** A queue of edges, the nearest first. */

export interface EdgeQueue {
  readonly size: () => number;
  readonly leastCost: () => number;
  readonly clear: () => void;
  readonly push: (cost: number, edge: number) => void;
  readonly pop: () => number;
}

/** A binary heap by cost (Williams, 1964). */
export function createEdgeQueue(): EdgeQueue {
  const costs: number[] = [];
  const edges: number[] = [];
  const swap = (a: number, b: number) => {
    [costs[a], costs[b]] = [costs[b]!, costs[a]!];
    [edges[a], edges[b]] = [edges[b]!, edges[a]!];
  };
  function sink(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= costs.length) return;
      const child = left + 1 < costs.length && costs[left + 1]! < costs[left]! ? left + 1 : left;
      if (costs[parent]! <= costs[child]!) return;
      swap(parent, child);
      parent = child;
    }
  }
  return {
    size: () => costs.length,
    leastCost: () => costs[0]!,
    clear() {
      costs.length = 0;
      edges.length = 0;
    },
    push(cost: number, edge: number) {
      let child = costs.push(cost) - 1;
      edges.push(edge);
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (costs[parent]! <= costs[child]!) return;
        swap(parent, child);
        child = parent;
      }
    },
    pop(): number {
      const edge = edges[0]!;
      swap(0, costs.length - 1);
      costs.pop();
      edges.pop();
      sink();
      return edge;
    },
  };
}
