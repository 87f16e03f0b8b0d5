/** Puts values into the `{places}` of a sentence; a place without a value stops the build. */

export type Values = Readonly<Record<string, string | number>>;

export function fillPlaceholders(text: string, values: Values, where: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence ${where} needs a value for {${name}}`);
    return String(value);
  });
}
