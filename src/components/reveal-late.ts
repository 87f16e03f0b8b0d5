/** Shows a page's banner once the page is older than promised, by the visitor's own clock. */

/** A clock that is a little wrong must not accuse the city. */
const TOLERANCE_MS = 3_600_000;

export function isLate(expectedAt: string, now: number): boolean {
  return now > Date.parse(expectedAt) + TOLERANCE_MS;
}

/** Looks now, and again whenever the page comes back into view: one may lie open for days. */
export function watchLateness(document: Document, now: () => number = Date.now): void {
  const look = () => {
    for (const banner of document.querySelectorAll<HTMLElement>('[data-expected-at]')) {
      banner.hidden = !isLate(banner.dataset['expectedAt'] ?? '', now());
    }
  };
  look();
  document.addEventListener('visibilitychange', look);
  document.defaultView?.addEventListener('pageshow', look);
}
