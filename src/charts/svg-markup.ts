/** A drawn chart as markup for the page: one accessible name, no styles of its own, numbers no finer than needed. */

export interface MarkupOptions {
  /** The message of the chart in a sentence; null for a chart that only repeats the text beside it. */
  readonly label: string | null;
}

const geometry = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'transform', 'dx', 'dy'];
/** Plot's own labels are English, and the sheet of the site styles its text. */
const unwanted = ['aria-label', 'aria-description', 'aria-hidden', 'class', 'style', 'font-family', 'font-size', 'font-variant'];

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
  for (const name of unwanted) element.removeAttribute(name);
  for (const name of geometry) {
    const value = element.getAttribute(name);
    if (value !== null) element.setAttribute(name, roundNumbers(value));
  }
}

/** To a tenth of a pixel. */
function roundNumbers(text: string): string {
  return text.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
