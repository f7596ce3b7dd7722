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

try {
  console.log('first start: installs, builds the page, makes the database');
  start();
  await ready(180);

  await fastEnough(10_000, 'with the dependencies installed and an empty DATA_DIR, npm start is ready', async () => {
    await stop('SIGTERM');
    rmSync(join(folder, 'data'), { recursive: true, force: true });
  });
  claim(running.said().includes(`:${port}/`), 'it prints one address to open');
  const page = await fetch(url);
  claim(page.ok && (await page.text()).includes('<div id='), 'the address shows the phone page');
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

  const stored = listMessages().map((message) => message.providerId);
  const shown = (await replies()).map((message) => message.id);
  claim(
    shown.every((id) => stored.filter((one) => one === id).length === 1),
    'what the phone shows is stored once, says the command line',
  );

  await stop('SIGTERM');
  claim(!(await fetch(`${url}/health/live`).catch(() => undefined)), 'SIGTERM stops it');
  console.log('tried: clone, npm start, a talk, kill -9, npm start, the talk goes on');
} catch (error) {
  console.error(`FAILED: ${error.message}`);
  process.exitCode = 1;
} finally {
  running?.child.kill('SIGTERM');
  await Promise.race([running?.ended, sleep(15_000)]);
  rmSync(folder, { recursive: true, force: true });
}
