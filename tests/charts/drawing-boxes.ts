/** Where each mark and each word of a drawing lies, as near as can be told without a browser. */

export interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of the size of the text: an average letter in a sans-serif of the usual width, and in bold; and a capital's height. */
const letter = { normal: 0.56, bold: 0.61 } as const;
const capital = 0.72;

const inherited = (element: Element, name: string): string | null =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? null;
const numberOf = (element: Element, name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0');

/** How far the groups around an element have moved it. */
function shiftOf(element: Element): [number, number] {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const moved = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(at.getAttribute('transform') ?? '');
    x += Number(moved?.[1] ?? 0);
    y += Number(moved?.[2] ?? 0);
  }
  return [x, y];
}

/** Each line of each text. Plot sets lengths in em; our own are in pixels. */
export function wordBoxes(svg: Element, fontSize: number): Box[] {
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const [x, y] = shiftOf(text);
    const isBold = Number(inherited(text, 'font-weight') ?? 400) >= 600;
    const anchor = inherited(text, 'text-anchor') ?? 'start';
    const spans = [...text.querySelectorAll('tspan')];
    let baseline = y + lengthOf(text, 'y', fontSize);
    return (spans.length > 0 ? spans : [text]).map((line) => {
      if (line !== text) {
        const stays = line.hasAttribute('y') ? y + lengthOf(line, 'y', fontSize) : baseline;
        baseline = stays + lengthOf(line, 'dy', fontSize);
      }
      const words = line.textContent ?? '';
      const width = words.length * fontSize * (isBold ? letter.bold : letter.normal);
      const middle = x + numberOf(line, 'x');
      const left = middle - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
      return { what: `“${words}”`, left, right: left + width, top: baseline - capital * fontSize, bottom: baseline };
    });
  });
}

function lengthOf(element: Element, name: string, fontSize: number): number {
  const value = element.getAttribute(name) ?? '0';
  return Number.parseFloat(value) * (value.endsWith('em') ? fontSize : 1);
}

/** Each line, bar, dot and path. */
export function markBoxes(svg: Element): Box[] {
  return [...svg.querySelectorAll('line, rect, circle, path')].map((mark) => {
    const [x, y] = shiftOf(mark);
    const points = pointsOf(mark);
    const across = points.map((point) => point[0] + x);
    const down = points.map((point) => point[1] + y);
    return {
      what: mark.tagName,
      left: Math.min(...across),
      right: Math.max(...across),
      top: Math.min(...down),
      bottom: Math.max(...down),
    };
  });
}

type Corner = readonly [number, number];

function pointsOf(mark: Element): Corner[] {
  const at = (name: string): number => numberOf(mark, name);
  switch (mark.tagName) {
    case 'line':
      return [
        [at('x1'), at('y1')],
        [at('x2'), at('y2')],
      ];
    case 'rect':
      return [
        [at('x'), at('y')],
        [at('x') + at('width'), at('y') + at('height')],
      ];
    case 'circle':
      return [
        [at('cx') - at('r'), at('cy') - at('r')],
        [at('cx') + at('r'), at('cy') + at('r')],
      ];
    default:
      return cornersOf(mark.getAttribute('d') ?? '');
  }
}

/** Of d3's paths: moves, lines, level and upright ones, and arcs, all absolute. */
function cornersOf(path: string): Corner[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MLHVAhvZz])([^MLHVAhvZz]*)/g)].flatMap(([, command, text]) => {
    const numbers = (text?.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    if (command === 'H') x = numbers.at(-1) as number;
    else if (command === 'V') y = numbers.at(-1) as number;
    else if (command === 'h') x += numbers.at(-1) as number;
    else if (command === 'v') y += numbers.at(-1) as number;
    else if (numbers.length > 1)
      return pairs(command === 'A' ? numbers.slice(-2) : numbers).map((pair) => ([x, y] = pair));
    return [[x, y]];
  }) as Corner[];
}

function pairs(numbers: readonly number[]): [number, number][] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
    numbers[2 * at] as number,
    numbers[2 * at + 1] as number,
  ]);
}
