/** The text of a GeoReport answer as plain values: JSON or XML. */

import { XMLParser } from 'fast-xml-parser';

/** Why an answer could not be read; it repeats nothing of it. */
export class NotParsed extends Error {}

export type Format = 'json' | 'xml';

/** Throws NotParsed. */
export function parseAnswer(body: Buffer, contentType: string | null, format: Format): unknown {
  const text = decode(body, contentType, format);
  if (/^\s*<(!doctype html|html)\b/i.test(text)) throw new NotParsed('a page of HTML');
  return format === 'json' ? parseJson(text) : parseXml(text);
}

/** As declared by the answer, else by the XML, else UTF-8. */
function decode(body: Buffer, contentType: string | null, format: Format): string {
  const declared = /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1];
  const written =
    format === 'xml' ? /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(body.toString('latin1', 0, 200))?.[1] : '';
  try {
    return new TextDecoder(declared || written || 'utf-8', { fatal: true }).decode(body);
  } catch {
    throw new NotParsed('text in another encoding than it declares');
  }
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** An id of twenty digits, written as a number, is not rounded on its way. To look at each value takes five times longer. */
const numbersAsWritten: Reviver = (_, value, { source }) => (typeof value === 'number' ? source : value);
const longNumber = /(?<![\d.])\d{16}/;

function parseJson(text: string): unknown {
  try {
    if (!longNumber.test(text)) return JSON.parse(text);
    return JSON.parse(text, numbersAsWritten as Parameters<typeof JSON.parse>[1]);
  } catch {
    throw new NotParsed('text that is not JSON');
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string): string {
  const number = reference.startsWith('#x') ? Number(`0${reference.slice(1)}`) : Number(reference.slice(1));
  return number <= 0x10ffff ? String.fromCodePoint(number) : '';
}

/** XML's own five names and numbers. A document that declares further ones is refused: they can grow without bound. */
const entities = {
  decode: (text: string) =>
    text.replaceAll(
      /&(?:(amp|lt|gt|quot|apos)|(#\d{1,7}|#x[\da-f]{1,6}));/gi,
      (_, name: string | undefined, reference: string) =>
        name === undefined ? characterOf(reference.toLowerCase()) : (named[name] ?? ''),
    ),
  addInputEntities: () => {
    throw new NotParsed('XML with a DOCTYPE');
  },
  setExternalEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
};

const xml = new XMLParser({
  parseTagValue: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  entityDecoder: entities,
});

/** Well-formed, or refused: the parser alone would take half a document for a whole one. */
function parseXml(text: string): unknown {
  try {
    return xml.parse(text, true);
  } catch (cause) {
    throw cause instanceof NotParsed ? cause : new NotParsed('text that is not XML');
  }
}
