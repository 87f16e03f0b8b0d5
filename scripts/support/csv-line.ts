/** One line of CSV (RFC 4180), without its end. */

export function csvLine(values: readonly string[], delimiter = ','): string {
  const isQuoted = (value: string) => /["\r\n]/.test(value) || value.includes(delimiter);
  return values.map((value) => (isQuoted(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(delimiter);
}
