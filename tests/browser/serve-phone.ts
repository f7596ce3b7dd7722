import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSimulator, type NumberOptions, type Simulator } from '@balcao/simulator';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const phoneNumberId = '100000000000001';
const number: NumberOptions = {
  phoneNumberId,
  wabaId: '200000000000001',
  displayPhoneNumber: '+55 11 4000-0001',
  accessToken: 'token',
  appSecret: 'secret',
  verifiedName: 'Padaria Pão & Cia',
};

export interface PhoneTrial {
  url: string;
  simulator: Simulator;
  /** Tells the page's log that something happened. */
  log(event: object): void;
  /** The simulator goes away, and comes back having forgotten everything. */
  stopSimulator(): Promise<void>;
  startSimulator(): Promise<void>;
  close(): Promise<void>;
}

interface Inbound {
  entry: {
    changes: {
      value: {
        messages?: {
          id: string;
          from: string;
          type: string;
          text?: { body: string };
          interactive?: { button_reply?: { title: string } };
        }[];
      };
    }[];
  }[];
}

/** The page as it is now, built into a folder of its own. */
export async function buildPhone(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'balcao-phone-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { cwd: join(root, 'apps/phone') });
  return outDir;
}

const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const menu = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Como posso ajudar?' },
    action: { buttons: [reply('vendas', 'Vendas'), reply('suporte', 'Suporte')] },
  },
};

/** A client of the Cloud API in a few lines: it offers two buttons on "menu", and repeats anything else. */
async function answerWebhook(raw: string, graph: string): Promise<void> {
  const call = (body: object) =>
    fetch(`${graph}/v25.0/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    });
  const { entry } = JSON.parse(raw) as Inbound;
  for (const message of entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? []))) {
    await call({ status: 'read', message_id: message.id, typing_indicator: { type: 'text' } });
    const said = message.text?.body ?? message.interactive?.button_reply?.title ?? message.type;
    const answer = said === 'menu' ? menu : { type: 'text', text: { body: `Você disse: ${said}` } };
    await call({ to: message.from, ...answer });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer); // a request without an encoding gives bytes
  return Buffer.concat(parts).toString();
}

const frameOf = (event: object) => `data: ${JSON.stringify(event)}\n\n`;

/** The built page with its simulator on one port; the echo client and the log on another. */
export async function servePhone(pageDir: string, withLog: boolean): Promise<PhoneTrial> {
  const events: object[] = [];
  const streams = new Set<ServerResponse>();
  let graph = '';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here');
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'POST') {
      void readBody(request).then((raw) => {
        response.end();
        return answerWebhook(raw, graph).catch(() => undefined);
      });
    } else if (withLog && pathname === '/log/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      // What came between the page of the past and this: as the server does, from the cursor on.
      for (const event of events.slice(Number(searchParams.get('after') ?? 0))) response.write(frameOf(event));
      streams.add(response);
    } else if (withLog && pathname === '/log') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ events }));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const create = () =>
    createSimulator({
      numbers: [{ ...number, webhookUrl: `${client}/webhook` }],
      customers: [
        { name: 'Maria Oliveira', phone: '+55 11 98765-4321' },
        { name: 'João Batista', phone: '+55 21 99876-5432' },
      ],
    });
  const first = create();
  const { url, port } = await first.listen({ pageDir });
  graph = url;
  const trial: PhoneTrial = {
    url: `${url}/phone/?simulator=/&log=${client}/log`,
    simulator: first,
    log(event) {
      const cursor = String(events.length + 1);
      const logged = { cursor, at: new Date().toISOString(), conversationId: 'c1', ...event };
      events.push(logged);
      for (const stream of streams) stream.write(frameOf(logged));
    },
    stopSimulator: () => trial.simulator.close(),
    async startSimulator() {
      trial.simulator = create();
      await trial.simulator.listen({ port, pageDir });
    },
    async close() {
      await trial.simulator.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return trial;
}
