/** A drawn chart as markup for the page: one accessible name, no styles of its own, numbers no finer than needed. */

export interface MarkupOptions {
  /** The message of the chart in a sentence; null for a chart that only repeats the text beside it. */
  readonly label: string | null;
}

/** Plot's own labels are English, and the sheet of the site styles its text. */
const unwanted = new Set([
  'aria-label',
  'aria-description',
  'aria-hidden',
  'class',
  'style',
  'font-family',
  'font-size',
  'font-variant',
]);

export function svgMarkup(svg: Element, { label }: MarkupOptions): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) clean(element);
  svg.removeAttribute('xmlns');
  svg.removeAttribute('xmlns:xlink');
  if (label === null) svg.setAttribute('aria-hidden', 'true');
  else {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  }
  return svg.outerHTML;
}

function clean(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    if (unwanted.has(name)) element.removeAttribute(name);
    else if (value.includes('.')) element.setAttribute(name, roundNumbers(value));
  }
}

/** To a tenth of a pixel. */
function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
