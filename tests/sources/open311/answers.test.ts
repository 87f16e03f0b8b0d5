/** How an Open311 server's answers are wrapped and written, and which of them are refused. */

import { expect, test } from 'vitest';
import { errorCode, listRows } from '../../../scripts/sources/open311/list-rows.ts';
import { NotParsed, parseAnswer } from '../../../scripts/sources/open311/parse-answer.ts';

const json = (text: string, type: string | null = null) => parseAnswer(Buffer.from(text), type, 'json');
const xml = (text: string, type: string | null = null) => parseAnswer(Buffer.from(text), type, 'xml');
const one = '{"service_request_id": "7", "status": "open"}';

test.each([
  ['a list', `[${one}]`],
  ['a list in an object', `{"service_requests": [${one}]}`],
  ['one object instead of a list of one', one],
  ['one object in an object', `{"service_requests": ${one}}`],
  ['XML turned into JSON', `{"service_requests": {"request": [${one}]}}`],
])('%s', (_, text) => {
  expect(listRows(json(text), 'requests')).toEqual([{ service_request_id: '7', status: 'open' }]);
});

test.each([['[]'], ['null'], ['{"service_requests": []}'], ['{"service_requests": null}']])(
  '%s is an empty list',
  (text) => {
    expect(listRows(json(text), 'requests')).toEqual([]);
  },
);

test.each([
  ['"text"'],
  ['12'],
  ['{}'],
  ['{"message": "hello"}'],
  ['[1, 2]'],
  ['[{"a": 1}]'],
  ['{"service_requests": "many"}'],
])('%s is no list of requests', (text) => {
  expect(listRows(json(text), 'requests')).toBeUndefined();
});

test('a wrapping without an end is no list', () => {
  const deep = `${'{"requests":'.repeat(5000)}[]${'}'.repeat(5000)}`;
  expect(listRows(json(deep), 'requests')).toBeUndefined();
});

test('a number of twenty digits is not rounded', () => {
  const rows = listRows(json('[{"service_request_id": 12345678901234567890, "lat": 46.123456789012345}]'), 'requests');
  expect(rows?.[0]?.['service_request_id']).toBe('12345678901234567890');
});

test('XML: one or many, empty, attributes, namespaces, entities and CDATA', () => {
  const request = '<request><service_request_id>007</service_request_id><a xsi:nil="true" xmlns:xsi="x"/></request>';
  expect(listRows(xml(`<service_requests>${request}</service_requests>`), 'requests')).toEqual([
    { service_request_id: '007', a: '' },
  ]);
  expect(
    listRows(xml(`<m:service_requests xmlns:m="m">${request}${request}</m:service_requests>`), 'requests'),
  ).toHaveLength(2);
  expect(listRows(xml('<service_requests>\n</service_requests>'), 'requests')).toEqual([]);
  const written =
    '<services><service><service_name>A &amp; B &#233;&#xE9; </service_name><a><![CDATA[<&amp;]]></a></service></services>';
  expect(listRows(xml(written), 'services')).toEqual([{ service_name: 'A & B éé', a: '<&amp;' }]);
});

test('a text is read as it is declared, by the answer or by the XML itself', () => {
  const written = (declared: string) =>
    `${declared}<services><service><service_name>Déneigement</service_name></service></services>`;
  const latin = (declared: string) => Buffer.from(written(declared), 'latin1');
  const expected = { services: { service: { service_name: 'Déneigement' } } };
  expect(parseAnswer(latin('<?xml version="1.0" encoding="ISO-8859-1"?>'), 'text/xml', 'xml')).toEqual(expected);
  expect(parseAnswer(latin(''), 'text/xml; charset=iso-8859-1', 'xml')).toEqual(expected);
  expect(parseAnswer(Buffer.from(`\uFEFF${written('')}`), 'text/xml', 'xml')).toEqual(expected);
  expect(() => parseAnswer(latin(''), 'text/xml', 'xml')).toThrow('another encoding');
});

const bomb = `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY x${n + 1} "&x${n};&x${n};">`).join('')}]>`;

test.each([
  ['an entity bomb', `<?xml version="1.0"?>${bomb}<services>&x30;</services>`, 'DOCTYPE'],
  ['an entity of one’s own', '<!DOCTYPE a [<!ENTITY x "ha">]><services>&x;</services>', 'DOCTYPE'],
  [
    'a file of this machine',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><services>&x;</services>',
    'not XML|DOCTYPE',
  ],
  ['a DOCTYPE alone', '<!DOCTYPE services SYSTEM "http://127.0.0.1/a.dtd"><services/>', 'DOCTYPE'],
  ['a DOCTYPE in the middle', '<services><!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a></services>', 'not XML|DOCTYPE'],
  ['half a document', '<services><service><service_name>A', 'not XML'],
  ['tags that cross', '<services><service></services></service>', 'not XML'],
  ['no document', '', 'not XML'],
  ['JSON', '[]', 'not XML'],
  ['a page of HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', 'HTML'],
  ['tags nested without an end', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'not XML'],
])('%s is refused as XML', (_, text, words) => {
  expect(() => xml(text)).toThrow(NotParsed);
  expect(() => xml(text)).toThrow(new RegExp(words));
});

test.each([
  ['half a document', '[{"service_request_id": "1"', 'not JSON'],
  ['no document', '', 'not JSON'],
  ['XML', '<service_requests/>', 'not JSON'],
  ['a page of HTML', '\n<html lang="en">Sign in</html>', 'HTML'],
])('%s is refused as JSON', (_, text, words) => {
  expect(() => json(text)).toThrow(NotParsed);
  expect(() => json(text)).toThrow(words);
});

test.each([
  ['JSON', json('[{"code": 404, "description": "Not found: 17"}]'), '404'],
  ['JSON with text', json('[{"code": "404", "description": "Not found: 17"}]'), '404'],
  ['XML', xml('<errors><error><code>400</code><description>No: 17</description></error></errors>'), '400'],
  ['none', json(`[${one}]`), undefined],
  ['a sentence instead of a code', json('[{"code": "not found: 17"}]'), undefined],
])('an error in GeoReport’s own words is known by its code alone: %s', (_, answer, code) => {
  expect(errorCode(answer)).toBe(code);
});
