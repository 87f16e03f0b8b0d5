/** A GeoReport v2 server on loopback over requests that come and change with a clock of its own, with faults to order. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { breakAnswer, type Fault } from './break-answer.ts';
import { findListed, goodHabits, type ListingHabits } from './find-listed.ts';
import { rowAt, withPersonalData, type FakeRequest, type FakeRow } from './requests.ts';
import { writeError, writeList, type WritingHabits } from './write-list.ts';

export interface ServerHabits extends ListingHabits, WritingHabits {
  /** Longer times are answered with an error; so are fractions of a second. */
  readonly maxDays: number;
  /** Takes from a row, or adds to it, what another city does. */
  readonly shape: (row: FakeRow) => FakeRow;
  readonly apiKey: string | undefined;
  /** By how much its clock is ahead of everyone's; how old its answers are, where a cache keeps them. */
  readonly aheadSeconds: number;
  readonly ageSeconds: number | undefined;
  /** By how much its clock goes on with each question. */
  readonly tickMs: number;
  /** Of the question with this number, from 0. */
  readonly fault: (question: number, url: URL) => Fault | undefined;
}

const ordinary: ServerHabits = {
  ...goodHabits,
  format: 'json',
  wrapping: 'list',
  maxDays: 90,
  shape: (row) => row,
  apiKey: undefined,
  aheadSeconds: 0,
  ageSeconds: undefined,
  tickMs: 0,
  fault: () => undefined,
};

export interface Open311Server {
  readonly url: string;
  /** Every address asked for, in order; `answered` only those that were answered with a list. */
  readonly asked: readonly URL[];
  readonly answered: readonly URL[];
  now(): number;
  setClock(now: number): void;
  stop(): Promise<void>;
}

export async function serveOpen311(
  requests: readonly FakeRequest[],
  start: string,
  habits: Partial<ServerHabits> = {},
): Promise<Open311Server> {
  const habit = { ...ordinary, ...habits };
  let now = Date.parse(start);
  const [asked, answered]: [URL[], URL[]] = [[], []];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    const fault = habit.fault(asked.length, url);
    asked.push(url);
    now += habit.tickMs;
    response.setHeader('date', new Date(now + (habit.aheadSeconds - (habit.ageSeconds ?? 0)) * 1000).toUTCString());
    if (habit.ageSeconds !== undefined) response.setHeader('age', String(habit.ageSeconds));
    if (fault && breakAnswer(fault, response)) return;
    if (answer(request, url, response)) answered.push(url);
  });

  function answer(_: IncomingMessage, url: URL, response: ServerResponse): boolean {
    response.setHeader('content-type', habit.format === 'json' ? 'application/json' : 'text/xml');
    const refused = refusalOf(url, habit);
    if (refused) return end(response, refused, writeError(refused, `Cannot do ${url.search}`, habit));
    if (url.pathname.endsWith(`/services.${habit.format}`))
      return end(response, 200, writeList(services, 'service', habit));
    const one = new RegExp(`/requests/(.+)\\.${habit.format}$`).exec(url.pathname)?.[1];
    const query = one === undefined ? url.searchParams : new URLSearchParams({ service_request_id: one });
    const found = findListed(requests, now, query, one === undefined ? habit : { ...habit, ids: 'all' });
    if (found.length === 0 && query.has('service_request_id'))
      return end(response, 404, writeError(404, 'Not found', habit));
    const rows = found.map((request, index) => habit.shape(withPersonalData(rowAt(request, now), index * 977)));
    return end(response, 200, writeList(rows, 'request', habit));
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2`,
    asked,
    answered,
    now: () => now,
    setClock: (moment) => {
      now = moment;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function end(response: ServerResponse, status: number, body: string): boolean {
  response.writeHead(status).end(body);
  return status === 200;
}

const services = [
  {
    service_code: 'P1',
    service_name: 'Pothole',
    description: 'A hole',
    metadata: false,
    type: 'realtime',
    group: 'Roads',
  },
  {
    service_code: 'G1',
    service_name: 'Graffiti & tags',
    description: '',
    metadata: true,
    type: 'realtime',
    group: 'Roads',
  },
];

/** The status with which it refuses a question. */
function refusalOf({ searchParams: query }: URL, { apiKey, maxDays, updates }: ServerHabits): number | undefined {
  if (apiKey !== undefined && query.get('api_key') !== apiKey) return 403;
  if (updates === 'refused' && query.has('updated_after')) return 400;
  const times = ['start_date', 'end_date', 'updated_after', 'updated_before'].map((name) => query.get(name));
  if (times.some((time) => time !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time))) return 500;
  const [start, end] = times.map((time) => Date.parse(time ?? ''));
  return end! - start! > maxDays * 86_400_000 ? 400 : undefined;
}
