/** What goes wrong between a server and us, one answer at a time. */

import type { ServerResponse } from 'node:http';

export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | { readonly kind: 'cut' | 'cut in the middle' | 'silent' | 'endless' }
  | { readonly kind: 'body'; readonly body: string; readonly type?: string };

/** Returns whether the answer is over; `silent` never answers, until the client or the test gives up. */
export function breakAnswer(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
      response.writeHead(fault.status).end(fault.body ?? '');
      return true;
    case 'body':
      response.writeHead(200, { 'content-type': fault.type ?? 'application/json' }).end(fault.body);
      return true;
    case 'cut':
      response.socket?.destroy();
      return true;
    case 'cut in the middle':
      response.writeHead(200, { 'content-length': '1000' }).write('[{"service_request_id": "1"');
      setTimeout(() => response.socket?.destroy(), 1);
      return true;
    case 'silent':
      return true;
    case 'endless':
      pour(response);
      return true;
  }
}

function pour(response: ServerResponse): void {
  const piece = `${JSON.stringify({ service_request_id: '1', status: 'open' })},`.repeat(10_000);
  response.write('[');
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}
