/** How the fake server writes its lists: JSON or XML, and the wrappings that real ones have. */

import type { FakeRow } from './requests.ts';

export interface WritingHabits {
  readonly format: 'json' | 'xml';
  /** `bare`: of one, the object itself. */
  readonly wrapping: 'list' | 'in an object' | 'bare';
}

export function writeList(rows: readonly FakeRow[], kind: 'request' | 'service', habits: WritingHabits): string {
  const plural = kind === 'request' ? 'service_requests' : 'services';
  if (habits.format === 'xml') {
    const items = rows.map((row) => `<${kind}>${writeFields(row)}</${kind}>`).join('');
    return `<?xml version="1.0" encoding="utf-8"?>\n<${plural} xmlns:m="http://example.org/m">${items}</${plural}>`;
  }
  const list = habits.wrapping === 'bare' && rows.length === 1 ? rows[0] : rows;
  return JSON.stringify(habits.wrapping === 'in an object' ? { [plural]: list } : list);
}

export function writeError(code: number, description: string, { format }: WritingHabits): string {
  if (format === 'json') return JSON.stringify([{ code, description }]);
  return `<errors><error><code>${code}</code><description>${escaped(description)}</description></error></errors>`;
}

function writeFields(row: FakeRow): string {
  return Object.entries(row)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => writeField(name, one)))
    .join('');
}

function writeField(name: string, value: unknown): string {
  if (value === null || value === undefined) {
    return `<${name} xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`;
  }
  return `<${name}>${typeof value === 'object' ? writeFields(value as FakeRow) : escaped(String(value))}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;');
}
