/** `$NAME` in a setting stands for a variable of the environment, so that no secret need stand in the city folder. */

export type Environment = Readonly<Record<string, string | undefined>>;

const variable = /\$([A-Za-z_][A-Za-z0-9_]*)/g;

export function variablesIn(text: string): string[] {
  return [...text.matchAll(variable)].map(([, name]) => name ?? '');
}

/** A variable that is not set is blank: `unsetVariables` finds it beforehand. */
export function fillVariables(text: string, environment: Environment): string {
  return text.replace(variable, (_, name: string) => environment[name] ?? '');
}

export function unsetVariables(text: string, environment: Environment): string[] {
  return variablesIn(text).filter((name) => !environment[name]);
}
