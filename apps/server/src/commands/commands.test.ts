import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '@balcao/core/contacts';
import { openOrResume } from '@balcao/core/conversations';
import { queueReply } from '@balcao/core/messages';
import { createWorkspace, loadChannels } from '@balcao/core/workspaces';
import { type Db, type DbCtx, findRunning, inWorkspace, openDb, withWorkspace } from '@balcao/db';
import { createCtx, loadConfig } from '@balcao/kernel';
import { quietLog } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCommand } from './index.ts';
import type { Terminal } from './terminal/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'balcao-cli-'));
const dataDir = join(folder, 'data');
const flow = join(folder, 'echo.json');

beforeAll(() => {
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('DATABASE_URL', undefined);
  vi.stubEnv('SECRET_KEYS', undefined);
  writeFileSync(flow, '{"version":1,"start":"echo","steps":{"echo":{"reply":"{{message.text}}"}}}');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
  readonly json: unknown;
}

async function run(line: string | readonly string[], options: { json?: boolean; stdin?: string } = {}): Promise<Ran> {
  const { json = true, stdin = '' } = options;
  let said = '';
  let complained = '';
  const terminal: Terminal = {
    json,
    exitCode: 0,
    answer: async (value, human) => void (said += json ? JSON.stringify(value) : human),
    async answerList(items, human, none) {
      const all = [];
      for await (const item of items) all.push(item);
      said += json ? JSON.stringify(all) : all.map(human).join('\n') || none;
    },
    say: (text) => void (json || (said += text)),
    complain: (sentence) => void (complained += sentence),
    help: (text) => void (said += text),
    readStdin: async () => stdin,
  };
  const code = await runCommand(typeof line === 'string' ? line.split(' ') : line, terminal);
  return { code, said, complained, json: json && said !== '' && code === 0 ? JSON.parse(said) : undefined };
}

/** The one field of an answer that the next command needs. */
const idOf = (ran: Ran): string => (ran.json as { id: string }).id;

async function open(): Promise<DbCtx & { db: Db }> {
  const result = loadConfig();
  if (!('ok' in result)) throw new Error('no configuration');
  const ctx = createCtx(result.ok, { log: quietLog });
  return { ...ctx, db: await openDb(result.ok, ctx, { mode: 'join-or-start', program: 'test' }) };
}

const secrets = '--app-secret s3cret --access-token t0ken --verify-token v3rify';
const channelOf = (workspace: string, number: string) =>
  `channel create whatsapp-cloud --workspace ${workspace} --phone-number-id ${number} --waba-id 2 ${secrets}`;

test('a first command on a machine with nothing makes the database, uses it and stops it', async () => {
  expect(await run('workspace create Loja')).toMatchObject({ code: 0, json: { slug: 'loja', name: 'Loja' } });
  expect(findRunning(dataDir)).toBeUndefined();
  expect((await run('workspace create --slug loja --name Outra')).code).toBe(1);
});

test('while something runs on the database the commands join it and leave it up', async () => {
  const ctx = await open();
  try {
    expect((await run('migrate')).json).toEqual({ applied: [], breaking: [] });
    const channel = await run(`${channelOf('loja', '1001')} --per-second 500 --per-pair off --join-ms 700`);
    expect(channel.json).toMatchObject({ perSecond: 500, perPair: false, joinMs: 700, phoneNumberId: '1001' });
    expect(channel.json).toMatchObject({ webhookUrl: `http://localhost:3000/webhooks/whatsapp/${idOf(channel)}` });
    expect(channel.said).not.toMatch(/s3cret|t0ken|v3rify/);
    expect(await run(`bot set --channel 1001 --flow ${flow} --join-ms 0`)).toMatchObject({ json: { version: 1 } });
    const [loaded] = await loadChannels(ctx);
    expect(loaded).toMatchObject({ appSecret: 's3cret', accessToken: 't0ken', verifyToken: 'v3rify', joinMs: 0 });
    expect(await run('channel resume --channel 1001 --access-token -', { stdin: 'n3w\n' })).toMatchObject({
      json: { resumed: false, tokenChanged: true },
    });
    expect((await loadChannels(ctx))[0]?.accessToken).toBe('n3w');
    expect(findRunning(dataDir)?.state).toBe('ready');
  } finally {
    await ctx.db.close();
  }
});

test('a secret may come from a file, and one from stdin', async () => {
  const file = join(folder, 'secret');
  writeFileSync(file, 'from-file\n');
  const words = `channel create whatsapp-cloud --workspace loja --phone-number-id 1002 --waba-id 2`.split(' ');
  const given = ['--app-secret', `@${file}`, '--access-token', '-', '--verify-token', 'plain'];
  expect((await run([...words, ...given], { stdin: ' from-stdin ' })).code).toBe(0);
  const ctx = await open();
  const loaded = (await loadChannels(ctx)).find((channel) => channel.phoneNumberId === '1002');
  await ctx.db.close();
  expect(loaded).toMatchObject({ appSecret: 'from-file', accessToken: 'from-stdin', verifyToken: 'plain' });
  expect(await run([...words, ...given.with(1, '@/nowhere')])).toMatchObject({ code: 2 });
});

test('all messages are listed, of everybody or of one person, however the number is written', async () => {
  const ctx = await open();
  const inside = inWorkspace(ctx, (await createWorkspace(ctx, { name: 'Falante' })).id);
  const channel = await run(channelOf('falante', '1003'));
  await withWorkspace(inside, async (tx) => {
    const senders = [{ waId: '5511987654321' }, { waId: '5521912345678' }];
    const { people } = await identify(tx, inside, senders);
    const talkers = people.map(({ contactId }, n) => ({ contactId, ...senders[n] }));
    const talks = await openOrResume(inside, tx, idOf(channel), talkers);
    for (let n = 0; n < 3; n++)
      for (const { contactId } of people)
        await queueReply(inside, tx, [
          {
            conversationId: talks.get(contactId) ?? '',
            channelId: idOf(channel),
            origin: 'api',
            content: { kind: 'text', text: `${n}` },
            text: `${n} para ${contactId}`,
            paced: false,
          },
        ]);
  });
  await ctx.db.close();
  const everything = (await run('messages list --workspace falante')).json as { text: string }[];
  expect(everything).toHaveLength(6);
  expect(everything[0]).toMatchObject({ direction: 'out', kind: 'text', status: 'queued', providerId: null, seq: 1 });
  const one = (await run(['messages', 'list', '--workspace', 'falante', '--contact', '(11) 8765-4321'])).json as {
    seq: number;
  }[];
  expect(one.map((message) => message.seq)).toEqual([1, 2, 3]);
  const human = await run('messages list --workspace falante --contact 98765-4321', { json: false });
  expect(human.said.split('\n')).toHaveLength(3);
  expect(human.said).toMatch(/→ queued {4}0 para/);
});

test('a key is made with the scopes asked for, in either spelling or by operation', async () => {
  const made = await run('apikey create --workspace loja --scopes messages:read,contacts.read,jobs.dead --name ERP');
  expect(made.json).toMatchObject({
    key: expect.stringMatching(/^bk_/),
    scopes: ['contacts:read', 'jobs:read', 'messages:read'],
    name: 'ERP',
  });
  expect((await run('apikey create --workspace loja --scopes messages:fly')).code).toBe(2);
});

test.each([
  ['nonsense', 2],
  ['workspace', 2],
  ['workspace create --colour red', 2],
  ['channel create whatsapp-cloud --workspace loja', 2],
  [`${channelOf('loja', '1009')} --per-second many`, 2],
  [`${channelOf('loja', '1009')} --per-pair maybe`, 2],
  [channelOf('nobody', '1009'), 1],
  [channelOf('loja', '1001'), 1],
  ['jobs replay', 2],
  ['jobs replay not-an-id', 2],
  ['bot set --channel 1001 --flow /nowhere', 2],
  ['bot set --channel 9999 --flow FLOW', 1],
  ['messages list --workspace nobody', 1],
  ['restore /nowhere', 1],
])('"%s" ends with %i and a sentence on stderr only', async (line, code) => {
  const ran = await run(line.replace('FLOW', flow));
  expect(ran).toMatchObject({ code, said: '' });
  expect(ran.complained).not.toBe('');
});

test('a flow with mistakes is refused with its lines', async () => {
  writeFileSync(join(folder, 'wrong.yaml'), 'version: 1\nstart: a\nsteps:\n  a:\n    goto: b\n');
  const ran = await run(`bot set --channel 1001 --flow ${join(folder, 'wrong.yaml')}`);
  expect(ran.code).toBe(1);
  expect(ran.complained).toMatch(/line \d+/);
});

test('keys are rotated: a new one is made, everything is sealed with it, and still opens', async () => {
  expect((await run('keys rotate')).json).toMatchObject({ added: true, currentKeyId: 'k2', looked: 3, resealed: 3 });
  const ctx = await open();
  const loaded = await loadChannels(ctx);
  await ctx.db.close();
  expect(loaded.map((channel) => channel.appSecret).sort()).toEqual(['from-file', 's3cret', 's3cret']);
});

test('the doctor says what is well and what is not', async () => {
  const ran = await run('doctor');
  expect(ran.code).toBe(0);
  const checks = (ran.json as { findings: { check: string; state: string }[] }).findings.map(
    (one) => `${one.check}: ${one.state}`,
  );
  for (const check of ['configuration', 'versions', 'data folder', 'key file', 'database', 'keys', 'jobs'])
    expect(checks).toContain(`${check}: well`);
  vi.stubEnv('SECRET_KEYS', `other:${Buffer.alloc(32, 1).toString('base64')}`);
  const ill = await run('doctor', { json: false });
  vi.stubEnv('SECRET_KEYS', undefined);
  expect(ill.code).toBe(1);
  expect(ill.said).toContain('do not open with these keys');
});

test('a backup made while the database is written to is restored whole; what was there is kept', async () => {
  const backup = join(folder, 'backup');
  const ctx = await open();
  let going = true;
  const made: string[] = [];
  const writer = (async () => {
    while (going) made.push((await createWorkspace(ctx, { name: 'Durante' })).id);
  })();
  await expect.poll(() => made.length).toBeGreaterThan(5);
  const before = made.length;
  const done = await run(`backup --to ${backup}`);
  going = false;
  await writer;
  expect(done.json).toMatchObject({ folder: backup, media: 'copied', keys: 'copied', postgresMajor: '18' });
  expect(statSync(backup).mode & 0o777).toBe(0o700);
  expect((await run(`restore ${backup}`)).complained).toContain('is running');
  await ctx.db.close();
  await run('workspace create Depois');

  const restored = await run(`restore ${backup}`);
  expect(restored).toMatchObject({ code: 0, complained: '' });
  for (const aside of (restored.json as { aside: string[] }).aside) expect(existsSync(aside)).toBe(true);
  expect((await run('messages list --workspace depois')).complained).toContain('There is no workspace');
  const again = await open();
  const { rows } = await again.db.login.query<{ id: string }>('select id from workspaces');
  const channels = await loadChannels(again);
  await again.db.close();
  const ids = new Set(rows.map((row) => row.id));
  for (const id of made.slice(0, before)) expect(ids).toContain(id);
  expect(channels).toHaveLength(3);
}, 60_000);

test('a backup that does not start leaves everything as it was', async () => {
  const backup = join(folder, 'broken');
  expect((await run(`backup --to ${backup}`)).code).toBe(0);
  writeFileSync(join(backup, 'postgres', 'global', 'pg_control'), 'rubbish');
  const ran = await run(`restore ${backup}`);
  expect(ran.code).toBe(1);
  expect(ran.complained).toContain('everything is as it was before');
  expect((await run('messages list --workspace falante')).json).toHaveLength(6);
  rmSync(join(backup, 'backup.json'));
  expect((await run(`restore ${backup}`)).complained).toContain('is no backup');
}, 60_000);

test('with a database of one’s own the way to back it up is said', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://somebody@localhost/balcao');
  const ran = await run(`backup --to ${join(folder, 'x')}`);
  vi.stubEnv('DATABASE_URL', undefined);
  expect(ran).toMatchObject({ code: 1, complained: expect.stringContaining('pg_dump') });
});

test('a wrong setting is said in a sentence', async () => {
  vi.stubEnv('PORT', 'abc');
  const ran = await run('migrate');
  vi.stubEnv('PORT', undefined);
  expect(ran).toMatchObject({ code: 1, complained: expect.stringContaining('PORT') });
});

test('the help names every command', async () => {
  expect((await run('--help', { json: false })).said).toMatch(/workspace[\s\S]*apikey[\s\S]*channel[\s\S]*restore/);
});

test('somebody is invited from the console, owners too, and helped to a new password', async () => {
  const invited = await run('person invite --workspace loja --email Dona@Exemplo.com --role owner');
  expect(invited).toMatchObject({
    code: 0,
    json: { url: expect.stringMatching(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/) },
  });
  expect(await run('person invite --workspace loja --email x@exemplo.com --role king')).toMatchObject({ code: 2 });
  expect(await run('person invite --workspace loja --email none')).toMatchObject({ code: 2 });
  expect(await run('person reset-password --email ninguem@exemplo.com')).toMatchObject({ code: 1 });
});
