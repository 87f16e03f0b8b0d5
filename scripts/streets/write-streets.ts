/** A collection of features as text, one feature a line: people read and compare these files. */

export function featureLines({ features }: { readonly features: readonly object[] }): string {
  const lines = features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
