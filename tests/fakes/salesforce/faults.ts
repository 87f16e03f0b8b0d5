/** What can go wrong on the way, for as many requests as a test says. */

import type { ServerResponse } from 'node:http';

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  /** Half of the answer, then an end that is none. */
  | { readonly kind: 'cut' }
  /** Half of the answer, well ended. */
  | { readonly kind: 'half' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** Bytes without an end. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'redirect'; readonly location: string }
  /** Another body than the right one. */
  | { readonly kind: 'body'; readonly change: (body: string) => string }
  | { readonly kind: 'headers'; readonly headers: Record<string, string> }
  | { readonly kind: 'session-ended' };

export interface PlannedFault {
  /** Found in `GET /services/…`, method and path with query. */
  readonly on: RegExp;
  times: number;
  readonly fault: Fault;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Faults are planned for the requests to come, and used up one by one. */
export function takeFault(planned: readonly PlannedFault[], request: string): Fault | undefined {
  const next = planned.find(({ on, times }) => times > 0 && on.test(request));
  if (next === undefined) return undefined;
  next.times -= 1;
  return next.fault;
}

/** Sends the right answer, spoilt. */
export async function sendSpoilt(response: ServerResponse, answer: Answer, fault: Fault): Promise<void> {
  const { status, headers, body } = answer;
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, { ...headers, ...fault.headers }).end(fault.body ?? '');
      return;
    case 'redirect':
      response.writeHead(302, { Location: fault.location }).end();
      return;
    case 'cut':
      response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
      response.write(body.slice(0, body.length / 2), () => response.destroy());
      return;
    case 'half':
      response.writeHead(status, headers).end(body.slice(0, body.length / 2));
      return;
    case 'slow':
      setTimeout(() => response.writeHead(status, headers).end(body), fault.milliseconds).unref();
      return;
    case 'endless': {
      response.writeHead(status, headers);
      const chunk = Buffer.alloc(1 << 20, ' ');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return;
    }
    case 'body':
      response.writeHead(status, headers).end(fault.change(body));
      return;
    case 'headers':
      response.writeHead(status, { ...headers, ...fault.headers }).end(body);
      return;
    case 'session-ended':
      response.writeHead(401, headers).end(errorBody('INVALID_SESSION_ID', 'Session expired or invalid'));
  }
}

export function errorBody(errorCode: string, message: string): string {
  return JSON.stringify([{ message, errorCode, fields: [] }]);
}
