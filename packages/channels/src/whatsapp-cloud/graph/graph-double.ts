import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, createIds, type Log, systemClock } from '@balcao/kernel';
import type { ChannelCredentials } from '../../port/index.ts';
import type { GraphCtx } from './graph-ctx.ts';

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
export type Reply = (response: ServerResponse, heard: Heard, request: IncomingMessage) => void;

/** A Graph API on a real socket, for the tests of this folder: says what it is told, in Meta's wire format, and remembers what it heard. */
export async function startGraphDouble(reply: Reply) {
  const heard: Heard[] = [];
  const double = { heard, reply, ctx: undefined as unknown as GraphCtx, logged: [] as unknown[], stop, address: '' }; // ctx is set below, before anybody sees it
  const server = createServer((request, response) => void hear(request, response));
  async function hear(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const said = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    heard.push(said);
    double.reply(response, said, request);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  double.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
  const http = createHttpClient();
  const record = (level: string) => (fields: object, said: string) => void double.logged.push([level, fields, said]);
  const log = { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') } as Log; // nobody calls child
  double.ctx = {
    config: { graphApiBaseUrl: `${double.address}/v26.0`, graphApiAllowsPrivate: true } as GraphCtx['config'], // all that the client reads
    http,
    clock: { ...systemClock, sleep: async () => undefined },
    random: () => 0.5,
    ids: createIds(systemClock),
    log,
  };
  async function stop() {
    await http.close();
    server.closeAllConnections();
    server.close();
  }
  return double;
}

export const credentials: ChannelCredentials = {
  channelId: 'channel-1',
  phoneNumberId: '106540352242922',
  accountId: '102290129340398',
  accessToken: 'EAAGsecretTokenOfTheChannel123',
};

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const accepted = (id = 'wamid.out', more: object = {}): Reply =>
  answer(200, {
    messaging_product: 'whatsapp',
    contacts: [{ input: '5521998765432', wa_id: '552198765432' }],
    messages: [{ id, ...more }],
  });

export const graphError = (
  status: number,
  code: number,
  more: object = {},
  headers: Record<string, string> = {},
): Reply =>
  answer(
    status,
    { error: { message: `(#${code}) Refused`, type: 'OAuthException', code, fbtrace_id: 'Atrace', ...more } },
    headers,
  );

/** One reply after the other; the last for ever. */
export function inTurn(...replies: Reply[]): Reply {
  let turn = 0;
  return (...told) => replies[Math.min(turn++, replies.length - 1)]?.(...told);
}
