import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Line } from './line.ts';

export interface Reply {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly tag: string | undefined;
  readonly at: number;
}

export interface GraphFaults {
  /** Every n-th send is refused with Meta's temporary error. */
  readonly failOneIn?: number;
  /** Sends above this many in a second are refused as Meta refuses them (130429). */
  readonly perSecond?: number;
  /** How long Meta thinks before it answers. */
  readonly delayMs?: () => number;
}

export interface GraphCounts {
  accepted: number;
  failed: number;
  throttled: number;
  unauthorized: number;
  invalid: number;
  reads: number;
}

export interface GraphDouble {
  /** With a version, as GRAPH_API_BASE_URL has one. */
  readonly url: string;
  readonly counts: GraphCounts;
  onReply(listener: (reply: Reply) => void): void;
  setFaults(faults: GraphFaults): void;
  close(): Promise<void>;
}

interface Send {
  readonly to?: string;
  readonly recipient?: string;
  readonly type?: string;
  readonly status?: string;
  readonly text?: { readonly body?: string };
  readonly biz_opaque_callback_data?: string;
}

const json = { 'content-type': 'application/json; charset=UTF-8' };
const metaError = (code: number, message: string, details: string) =>
  JSON.stringify({
    error: {
      message: `(#${code}) ${message}`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: 'AbenchTraceId',
    },
  });
const unauthorized = metaError(190, 'Access token could not be decrypted', 'The token is not the one of this number.');
const temporary = metaError(131000, 'Something went wrong', 'Message failed to send due to an unknown error.');
const tooFast = metaError(130429, 'Rate limit hit', 'Cloud API message throughput has been reached.');
const invalid = metaError(100, 'Invalid parameter', 'The request has no recipient, or a type unknown here.');

function parseSend(text: string): Send | undefined {
  try {
    return JSON.parse(text) as Send; // checked field by field where used
  } catch {
    return undefined;
  }
}

/** The least of Meta's side that a load test needs. The whole of it, with media and templates, is packages/simulator. */
export async function startGraphDouble(line: Line, options: { port?: number } = {}): Promise<GraphDouble> {
  const counts: GraphCounts = { accepted: 0, failed: 0, throttled: 0, unauthorized: 0, invalid: 0, reads: 0 };
  const listeners: ((reply: Reply) => void)[] = [];
  const bearer = `Bearer ${line.accessToken}`;
  const run = Math.random().toString(36).slice(2, 8);
  let faults: GraphFaults = {};
  let sends = 0;
  let second = 0;
  let inSecond = 0;

  function refusal(): { status: number; body: string } | undefined {
    sends++;
    if (faults.failOneIn !== undefined && sends % faults.failOneIn === 0) {
      counts.failed++;
      return { status: 500, body: temporary };
    }
    if (faults.perSecond === undefined) return undefined;
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) {
      second = now;
      inSecond = 0;
    }
    if (++inSecond <= faults.perSecond) return undefined;
    counts.throttled++;
    return { status: 429, body: tooFast };
  }

  function judge(text: string): { status: number; body: string } {
    const send = parseSend(text);
    if (send?.status === 'read') {
      counts.reads++;
      return { status: 200, body: '{"success":true}' };
    }
    const to = send?.to ?? send?.recipient;
    if (send === undefined || to === undefined || send.type !== 'text' || send.text?.body === undefined) {
      counts.invalid++;
      return { status: 400, body: invalid };
    }
    const refused = refusal();
    if (refused !== undefined) return refused;
    const digits = to.replace(/^\+/, '');
    const id = `wamid.HBgN${Buffer.from(`${run}:reply:${counts.accepted++}`.padEnd(36, '.')).toString('base64url')}`;
    const reply = { id, to: digits, text: send.text.body, tag: send.biz_opaque_callback_data, at: performance.now() };
    for (const listener of listeners) listener(reply);
    return {
      status: 200,
      body: `{"messaging_product":"whatsapp","contacts":[{"input":"${to}","wa_id":"${digits}"}],"messages":[{"id":"${id}"}]}`,
    };
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.authorization !== bearer) {
      counts.unauthorized++;
      response.writeHead(401, json).end(unauthorized);
      return;
    }
    if (request.method === 'GET') {
      response.writeHead(200, json).end(`{"id":"${line.phoneNumberId}","display_phone_number":"${line.displayPhone}"}`);
      return;
    }
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const verdict = judge(text);
      const reply = () => response.writeHead(verdict.status, json).end(verdict.body);
      const wait = faults.delayMs?.() ?? 0;
      if (wait > 0) setTimeout(reply, wait);
      else reply();
    });
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, answer);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server always has one
  return {
    url: `http://127.0.0.1:${port}/v23.0`,
    counts,
    onReply: (listener) => void listeners.push(listener),
    setFaults: (next) => {
      faults = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
