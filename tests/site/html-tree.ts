/** Reads the HTML that the build wrote into a tree of elements: quick enough for every page, and only for valid pages. */

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (HtmlElement | string)[];
  readonly parent: HtmlElement | null;
}

const token = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/gi;
const voids = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Throws on an element that is not closed: `html-validate` says more of such a page. */
export function readHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [], parent: null };
  let open = root;
  for (const [text, end, tag, attributes = '', selfClosed] of html.matchAll(token)) {
    if (tag === undefined) {
      if (!text.startsWith('<!')) open.children.push(decode(text));
    } else if (end === '/') {
      if (open.name !== tag || open.parent === null) throw new Error(`</${tag}> where <${open.name}> is open`);
      open = open.parent;
    } else {
      const element: HtmlElement = { name: tag, attributes: readAttributes(attributes), children: [], parent: open };
      open.children.push(element);
      if (!voids.has(tag) && selfClosed !== '/') open = element;
    }
  }
  if (open !== root) throw new Error(`<${open.name}> is not closed`);
  return root;
}

/** In the order of the page; `name` may be several, with commas. */
export function elementsOf(root: HtmlElement, name: string): HtmlElement[] {
  const names = new Set(name.split(','));
  return everyElement(root).filter((element) => names.has(element.name));
}

export function everyElement(root: HtmlElement): HtmlElement[] {
  return root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...everyElement(child)]));
}

/** As a reader sees it: blanks run together, but for unbreaking ones. `without` names elements to leave out. */
export function textOf(element: HtmlElement, without: readonly string[] = []): string {
  return rawText(element, new Set([...without, 'script', 'style']))
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim();
}

export function ancestorsOf(element: HtmlElement): HtmlElement[] {
  return element.parent === null ? [] : [element.parent, ...ancestorsOf(element.parent)];
}

const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'span', 'strong', 'time', 'tspan']);

/** The end of a block parts words as a blank does. */
function rawText({ children }: HtmlElement, without: ReadonlySet<string>): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (without.has(child.name)) return '';
      return inline.has(child.name) ? rawText(child, without) : `\n${rawText(child, without)}\n`;
    })
    .join('');
}

function readAttributes(text: string): Record<string, string> {
  const found = text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decode(value)]));
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
