// node try-it.mjs CLONE: the first minutes of a new user, with a watch in hand. Runs on any Node, through nothing but npm and HTTP.
// TRY_DATABASE_URL: with that PostgreSQL instead of the embedded one.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const clone = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'balcao-try-'));
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const url = `http://127.0.0.1:${port}`;
const control = `${url}/simulator/control`;
const env = {
  ...process.env,
  PORT: String(port),
  DATA_DIR: join(folder, 'data'),
  PUBLIC_URL: '',
  NODE_ENV: '',
  DATABASE_URL: '',
};
if (process.env.TRY_DATABASE_URL) {
  env.DATABASE_URL = process.env.TRY_DATABASE_URL;
  env.SECRET_KEYS = `try:${randomBytes(32).toString('base64')}`; // else the keys would go with DATA_DIR, and the database stay
}
let running;

function start() {
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const at = Date.now();
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said.push(text);
      process.stdout.write(text.replace(/^(?=.)/gm, '    | '));
    });
  }
  const ended = new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, after: Date.now() - at })),
  );
  running = { child, ended, at, said: () => said.join('') };
  return running;
}

async function until(what, seconds, ask) {
  const from = Date.now();
  let last;
  while (Date.now() - from < seconds * 1000) {
    try {
      const got = await ask();
      if (got) return got;
    } catch (error) {
      last = error;
    }
    await sleep(20);
  }
  throw new Error(`not within ${seconds} s: ${what}${last ? ` (${last.message})` : ''}`);
}

async function json(path, init) {
  const response = await fetch(path, init);
  const body = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.slice(0, 300)}`);
  return JSON.parse(body);
}

const claim = (truth, sentence) => {
  if (!truth) throw new Error(sentence);
  console.log(`ok: ${sentence}`);
};
const within = (ms, limit, what) => claim(ms <= limit, `${what} in ${ms} ms (at most ${limit})`);
const ready = (seconds = 60) => until('ready', seconds, async () => (await fetch(`${url}/health/ready`)).ok);
const replies = async () => (await json(`${control}/messages?author=business`)).data;

/** The process that listens, whoever its parents are. */
async function pidOfServer() {
  const { readdirSync, readFileSync, readlinkSync } = await import('node:fs');
  const line = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .find((row) => row.includes(`:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A`));
  const inode = line.trim().split(/\s+/)[9];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`))
        return Number(pid);
    } catch {
      // gone meanwhile, or another user's
    }
  }
  throw new Error('nobody listens');
}

function listMessages() {
  const args = ['run', '-s', 'balcao', '--', 'messages', 'list', '--workspace', 'demo', '--json'];
  return JSON.parse(execFileSync('npm', args, { cwd: clone, env, encoding: 'utf8' }));
}

/** SIGTERM goes to npm, as from a person's terminal or an init system; kill -9 hits the server itself. */
async function stop(signal) {
  if (signal === 'SIGKILL') process.kill(await pidOfServer(), signal);
  else running.child.kill(signal);
  await running.ended;
}

/** Starts it up to three times, after \`before\`: one busy moment of the machine is no slow program. */
async function fastEnough(limit, what, before) {
  let took;
  for (let attempt = 0; attempt < 3 && !(took <= limit); attempt++) {
    await before();
    const { at } = start();
    await ready();
    took = Date.now() - at;
  }
  within(took, limit, what);
}

async function writeAsCustomer(body) {
  const { customers, numbers } = await json(`${control}/state`);
  const before = (await replies()).length;
  const at = Date.now();
  await json(`${control}/chats/${numbers[0].phoneNumberId}/${customers[0].id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'text', body }),
  });
  await until('an answer on the phone', 10, async () => (await replies()).length > before);
  return Date.now() - at;
}

/** An operation of the API, as the panel in a browser asks for it. */
async function ask(operation, input, { cookie, workspace } = {}) {
  const response = await fetch(`${url}/api/v1/${operation}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...(workspace ? { 'x-workspace': workspace } : {}),
    },
    body: JSON.stringify(input),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`${operation} was answered ${response.status}: ${body.slice(0, 300)}`);
  return { said: JSON.parse(body), session: response.headers.getSetCookie().find((one) => /session=/.test(one)) };
}

/** The address to open, as the terminal shows it. */
const toldAddress = () => {
  const [, told] = /Balcão está no ar: (\S+)/.exec(running.said()) ?? [];
  return told && new URL(told);
};

/** The first person, by the link of the first start: who they are to the server from then on. */
async function createOwner() {
  const address = await until('an address is printed', 10, toldAddress);
  claim(address.pathname === '/welcome' && address.port === String(port), 'it prints one address to open, to begin at');
  const page = await fetch(address);
  claim(page.ok && (await page.text()).includes('<div id='), 'the address shows the panel');
  const phone = await fetch(`${url}/phone/`);
  claim(phone.ok && (await phone.text()).includes('<div id='), 'beside it is the phone of the pretend customer');
  const { session } = await ask('setup.create-owner', {
    token: address.searchParams.get('token'),
    name: 'Rosa Lima',
    email: 'rosa@padaria.example',
    password: randomBytes(12).toString('base64url'),
    company: 'Padaria da Rosa',
    language: 'pt-BR',
  });
  const cookie = session.split(';')[0];
  const me = await json(`${url}/api/v1/me.get`, { headers: { cookie } });
  const demo = me.workspaces.find(({ slug }) => slug === 'demo');
  claim(demo && me.workspaces.length === 2, 'the link makes the owner, of their company and of the demonstration');
  return { cookie, workspace: demo.id };
}

/** From the inbox, as an attendant: take the talk with the demo customer, and answer. */
async function answerAsOwner(owner, text) {
  const headers = { cookie: owner.cookie, 'x-workspace': owner.workspace };
  const { items } = await json(`${url}/api/v1/inbox.list?view=all`, { headers });
  claim(items.length === 1, 'the talk is one ticket in the inbox');
  const [{ ticketId, conversationId }] = items;
  await ask('tickets.claim', { ticketId }, owner);
  const at = Date.now();
  await ask('messages.send', { conversationId, content: { kind: 'text', text } }, owner);
  await until('the attendant on the phone', 10, async () =>
    (await json(`${control}/messages?author=business`)).data.some((one) => JSON.stringify(one).includes(text)),
  );
  return Date.now() - at;
}

try {
  console.log('first start: installs, builds the page, makes the database');
  start();
  await ready(180);

  await fastEnough(10_000, 'with the dependencies installed and an empty DATA_DIR, npm start is ready', async () => {
    await stop('SIGTERM');
    rmSync(join(folder, 'data'), { recursive: true, force: true });
  });
  const owner = await createOwner();
  claim((await json(`${url}/health/live`)).ok, 'it says that it lives');
  claim((await fetch(`${url}/metrics`)).ok, 'metrics can be read on this machine');
  within(await writeAsCustomer('oi'), 1_000, 'the customer writes and is answered');
  const before = await replies();
  await sleep(1_000); // the pretend phone, unlike the server, writes down what it shows after a moment

  await fastEnough(5_000, 'after kill -9 it is back', () => stop('SIGKILL'));
  const known = new Set((await replies()).map((message) => message.id));
  claim(
    before.every((message) => known.has(message.id)),
    'after kill -9 the phone still shows every answer',
  );
  within(await writeAsCustomer('menu'), 1_000, 'the customer goes on and is answered');

  within(await answerAsOwner(owner, 'Bom dia! Aqui é a Rosa.'), 1_000, 'with the session of before, the owner answers');

  const stored = listMessages().map((message) => message.providerId);
  const shown = (await replies()).map((message) => message.id);
  claim(
    shown.every((id) => stored.filter((one) => one === id).length === 1),
    'what the phone shows is stored once, says the command line',
  );

  await stop('SIGTERM');
  claim(!(await fetch(`${url}/health/live`).catch(() => undefined)), 'SIGTERM stops it');
  console.log(
    'tried: clone, npm start, the first owner, a talk, kill -9, npm start, the talk goes on, the owner answers',
  );
} catch (error) {
  console.error(`FAILED: ${error.message}`);
  process.exitCode = 1;
} finally {
  running?.child.kill('SIGTERM');
  await Promise.race([running?.ended, sleep(15_000)]);
  rmSync(folder, { recursive: true, force: true });
}
