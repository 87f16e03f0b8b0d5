/** The one place where a name or a text becomes part of an SQL statement. */

/** An identifier, quoted: it may come from a city's configuration. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal, for the few statements (copy, read) that take no parameters. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
