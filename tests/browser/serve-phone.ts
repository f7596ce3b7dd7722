import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createSimulator, type Simulator } from '@balcao/simulator';
import Fastify, { type FastifyInstance } from 'fastify';

const root = fileURLToPath(new URL('../..', import.meta.url));
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export const phoneNumberId = '100000000000001';
const token = 'token';

export interface PhoneTrial {
  url: string;
  simulator: Simulator;
  /** Tells the page's log that something happened. */
  log(event: object): void;
  /** Breaks every connection that is open. */
  cut(): Promise<void>;
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

export async function buildPhone(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'balcao-phone-'));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--logLevel', 'error'], {
    cwd: join(root, 'apps/phone'),
  });
  return outDir;
}

/** A client of the Cloud API in a few lines: it greets, offers two buttons on "menu", and repeats anything else. */
function echoClient(app: FastifyInstance, base: () => string): void {
  const call = (body: object) =>
    fetch(`${base()}/simulator/v25.0/${phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    });
  const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
  const buttons = {
    type: 'button',
    body: { text: 'Como posso ajudar?' },
    action: { buttons: [reply('vendas', 'Vendas'), reply('suporte', 'Suporte')] },
  };
  app.post('/webhook', async (request) => {
    const messages = (request.body as Inbound).entry.flatMap(({ changes }) =>
      changes.flatMap(({ value }) => value.messages ?? []),
    );
    for (const message of messages) {
      await call({ status: 'read', message_id: message.id, typing_indicator: { type: 'text' } });
      const said = message.text?.body ?? message.interactive?.button_reply?.title ?? message.type;
      const answer =
        said === 'menu'
          ? { type: 'interactive', interactive: buttons }
          : { type: 'text', text: { body: `Você disse: ${said}` } };
      await call({ to: message.from, ...answer });
    }
    return 'ok';
  });
}

/** The built page, the simulator and the echo client behind one address; the log only when asked for. */
export async function servePhone(dist: string, withLog: boolean): Promise<PhoneTrial> {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 512 } });
  const events: object[] = [];
  const listeners = new Set<(event: object) => void>();
  let base = '';
  const simulator = createSimulator({
    numbers: [
      {
        phoneNumberId,
        wabaId: '200000000000001',
        displayPhoneNumber: '+55 11 4000-0001',
        accessToken: token,
        appSecret: 'secret',
        verifiedName: 'Padaria Pão & Cia',
      },
    ],
    customers: [
      { name: 'Maria Oliveira', phone: '+55 11 98765-4321' },
      { name: 'João Batista', phone: '+55 21 99876-5432' },
    ],
  });
  await app.register(simulator.routes, { prefix: '/simulator' });
  app.get<{ Params: { '*': string } }>('/phone/*', async (request, reply) => {
    const path = resolve(dist, request.params['*'] || 'index.html');
    if (!path.startsWith(dist)) return reply.code(404).send();
    return reply.type(types[extname(path)] ?? 'application/octet-stream').send(await readFile(path));
  });
  if (withLog) {
    app.get('/demo/log', async () => ({ events }));
    app.get('/demo/log/stream', (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write(': hello\n\n');
      const listener = (event: object) => reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
      listeners.add(listener);
      reply.raw.once('close', () => listeners.delete(listener));
    });
  }
  echoClient(app, () => base);
  base = await app.listen({ port: 0, host: '127.0.0.1' });
  simulator.connectNumber({
    phoneNumberId,
    wabaId: '200000000000001',
    displayPhoneNumber: '+55 11 4000-0001',
    accessToken: token,
    appSecret: 'secret',
    webhookUrl: `${base}/webhook`,
  });
  return {
    url: `${base}/phone/`,
    simulator,
    log(event) {
      const logged = {
        cursor: String(events.length + 1),
        at: new Date().toISOString(),
        conversationId: 'c1',
        ...event,
      };
      events.push(logged);
      for (const listener of listeners) listener(logged);
    },
    async cut() {
      app.server.closeAllConnections();
    },
    async close() {
      await simulator.close();
      await app.close();
    },
  };
}
