import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator, type Simulator } from '../create-simulator.ts';
import type { Customer, JsonObject } from '../model.ts';
import type { SimulatorOptions } from '../options.ts';

export const number = {
  phoneNumberId: '100000000000001',
  wabaId: '200000000000001',
  displayPhoneNumber: '+55 11 4000-0001',
  accessToken: 'token-of-the-number',
  appSecret: 'the-app-secret',
  verifyToken: 'verify-me',
};

export interface Received {
  headers: IncomingHttpHeaders;
  raw: Buffer;
  at: number;
}

/** A receiver of webhooks whose answers a test decides. */
export interface Receiver {
  url: string;
  received: Received[];
  answer: (n: number) => { status: number; headers?: Record<string, string> };
  /** Every item of every webhook, in order: messages, statuses, echoes. */
  items(list: 'messages' | 'statuses' | 'message_echoes'): JsonObject[];
  close(): Promise<void>;
}

interface Body {
  entry: { changes: { value: Record<string, JsonObject[] | undefined> }[] }[];
}

export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    received: [],
    answer: () => ({ status: 200 }),
    items(list) {
      const bodies = receiver.received.map(({ raw }) => JSON.parse(raw.toString()) as Body);
      return bodies.flatMap((body) => body.entry.flatMap((e) => e.changes.flatMap((c) => c.value[list] ?? [])));
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const query = new URL(request.url ?? '', 'http://x').searchParams;
      const known = query.get('hub.verify_token') === number.verifyToken;
      response.writeHead(known ? 200 : 403).end(known ? query.get('hub.challenge') : 'no');
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, raw: Buffer.concat(parts), at: Date.now() });
      const { status, headers } = receiver.answer(receiver.received.length);
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  return receiver;
}

export interface Trial {
  simulator: Simulator;
  receiver: Receiver;
  url: string;
  maria: Customer;
  graph(path: string, init?: RequestInit & { json?: unknown; token?: string | null }): Promise<Response>;
  send(body: JsonObject): Promise<{ status: number; body: Answer }>;
  control(method: string, path: string, json?: unknown): Promise<{ status: number; body: unknown }>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Answer {
  messages?: { id: string; message_status?: string }[];
  contacts?: { input: string; wa_id?: string; user_id?: string }[];
  error?: { code: number; message: string; type: string; error_data?: { details: string }; fbtrace_id: string };
  success?: boolean;
}

/** A simulator with one number and Maria, quick on its feet, and somebody who takes its webhooks. */
export async function startTrial(options: Partial<SimulatorOptions> = {}): Promise<Trial> {
  const receiver = await startReceiver();
  const simulator = createSimulator({
    numbers: [{ ...number, webhookUrl: receiver.url }],
    customers: [{ name: 'Maria Ávila', phone: '+55 (11) 98765-4321' }],
    walk: { sentMs: 1, deliveredMs: 2, jitter: 0 },
    retry: { firstMs: 10, maxMs: 50 },
    ...options,
  });
  const { url } = await simulator.listen();
  const graph: Trial['graph'] = (path, { json, token = number.accessToken, ...init } = {}) =>
    fetch(path.startsWith('http') ? path : `${url}/v25.0${path}`, {
      ...init,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.headers as Record<string, string> | undefined),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  return {
    simulator,
    receiver,
    url,
    maria: simulator.customers()[0] as Customer, // made just above
    graph,
    async send(body) {
      const json = { messaging_product: 'whatsapp', recipient_type: 'individual', ...body };
      const answer = await graph(`/${number.phoneNumberId}/messages`, { method: 'POST', json });
      return { status: answer.status, body: (await answer.json()) as Answer };
    },
    async control(method, path, json) {
      const answer = await fetch(`${url}/control${path}`, {
        method,
        ...(json === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    async [Symbol.asyncDispose]() {
      await simulator.close();
      await receiver.close();
    },
  };
}

export const text = (body: string, to = '5511987654321'): JsonObject => ({ to, type: 'text', text: { body } });
