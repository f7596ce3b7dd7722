import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import type { PushPayload } from '@balcao/contract';
import { signOut, startSession } from '@balcao/core/access';
import { blockContact, findOneByPhone } from '@balcao/core/contacts';
import { createDepartment } from '@balcao/core/departments';
import { createReceiver, processReceipts } from '@balcao/core/ingest';
import { record } from '@balcao/core/ledger';
import { advanceStatus, queueReply } from '@balcao/core/messages';
import { renewPresence } from '@balcao/core/presence';
import {
  followNews,
  listNotifications,
  readNotifications,
  sendPush,
  sendPushJob,
  setWishes,
  siteKeys,
  subscribe,
  unsubscribe,
  type WhichRead,
  wishesOf,
} from '@balcao/core/push';
import { actOnOne, addNote, theHouse } from '@balcao/core/tickets';
import { type DbCtx, sql, type WorkspaceCtx, withIdentity, withWorkspace } from '@balcao/db';
import { createRunner } from '@balcao/jobs';
import type { HttpClient, HttpRequest } from '@balcao/kernel';
import { type TestLine, testCtx, testLine, testMember } from '@balcao/testkit';
import { beforeAll, beforeEach, expect, test } from 'vitest';

/** A browser's half of RFC 8291, and what its push service took. */
class BrowserDouble {
  readonly pair: ECDH = createECDH('prime256v1');
  readonly auth = randomBytes(16);
  readonly endpoint = `https://push.exemplo.com/${randomBytes(8).toString('hex')}`;
  readonly got: { payload: PushPayload; headers: Readonly<Record<string, string>> }[] = [];
  status = 201;
  says = '';
  constructor() {
    this.pair.generateKeys();
  }
  get keys() {
    return { p256dh: this.pair.getPublicKey('base64url'), auth: this.auth.toString('base64url') };
  }
}

function decrypt(pair: ECDH, auth: Buffer, body: Buffer): string {
  const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
  const sender = body.subarray(21, 21 + length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const ikm = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const record = body.subarray(21 + length, 21 + length + size);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

let ctx: DbCtx;
let browsers: BrowserDouble[] = [];
const pushService: Pick<HttpClient, 'request'> = {
  async request({ url, body, headers = {} }: HttpRequest) {
    const browser = browsers.find(({ endpoint }) => endpoint === url);
    if (browser === undefined) throw new Error('nobody is subscribed there');
    const text = decrypt(browser.pair, browser.auth, body as Buffer);
    if (browser.status === 201) browser.got.push({ payload: JSON.parse(text) as PushPayload, headers });
    return { status: browser.status, headers: {}, body: Buffer.from(browser.says) };
  },
};
beforeAll(async () => {
  ctx = await testCtx({ http: pushService as HttpClient });
});
beforeEach(() => {
  browsers = [];
});

const hire = sql(
  'test/push-hire',
  `insert into members (workspace_id, id, person_id, name, email, role) values ($1, $2, $2, 'Pessoa', 'p@exemplo.br', 'attendant')`,
);
const ticketOf = sql('test/push-ticket', 'select id from tickets where workspace_id = $1');
const mine = sql(
  'test/push-mine',
  `select s.id, (select id from conversations limit 1) as "conversationId" from push_subscriptions s where s.member_id = $1`,
);

async function openDesk() {
  const line = await testLine(ctx, { flow: undefined });
  const [ana, bia] = [ctx.ids.uuid(), ctx.ids.uuid()];
  const inside = line.ctx;
  const department = await withWorkspace(inside, async (tx) => {
    for (const id of [ana, bia]) await tx.run(hire, [inside.workspaceId, id]);
    return await createDepartment(inside, tx, { name: 'Vendas', memberIds: [ana, bia] });
  });
  const anas = await open(inside, ana);
  await write(line, 'primeira');
  await notified();
  const [ticket] = await withWorkspace(inside, (tx) => tx.rows<{ id: string }>(ticketOf, [inside.workspaceId]));
  return { line, inside, ana, bia, department, anas, ticketId: ticket?.id ?? '' };
}

async function open(inside: WorkspaceCtx, memberId: string, browser = new BrowserDouble()): Promise<BrowserDouble> {
  browsers.push(browser);
  const { endpoint, keys } = browser;
  await withWorkspace(inside, (tx) =>
    subscribe(inside, tx, { memberId, endpoint, keys, language: 'pt-BR', sessionId: ctx.ids.uuid() }),
  );
  return browser;
}

let n = 0;
async function write(line: TestLine, text: string): Promise<void> {
  const metadata = { display_phone_number: '551130030001', phone_number_id: line.channel.phoneNumberId };
  const messages = [
    { from: '5511987650001', id: `wamid.P${++n}`, timestamp: '1795000000', type: 'text', text: { body: text } },
  ];
  const contacts = [{ wa_id: '5511987650001', profile: { name: 'Dona Lúcia' } }];
  const changes = [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, contacts, messages } }];
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: line.channel.accountId, changes }],
  });
  const channels = [{ workspaceId: line.ctx.workspaceId, channelId: line.channel.id }];
  await createReceiver(line.ctx)({ body, channels });
  await processReceipts(line.ctx, line.channel, { parse: parseWebhook, memory: { take: () => undefined } });
}

const unread = `
  select from workspaces w left join push_feeds f on f.workspace_id = w.id
   cross join lateral (select coalesce(nullif(f.cursor, ''), '0-00000000-0000-0000-0000-000000000000') as cursor) c
   where exists (
     select from ledger l where l.workspace_id = w.id
       and (l.xid, l.id) > (split_part(c.cursor, '-', 1)::xid8, substr(c.cursor, strpos(c.cursor, '-') + 1)::uuid))`;

/** Follows until all is read, which may wait for another test's transaction; then sends what is due. */
async function notified(): Promise<void> {
  const runner = createRunner(ctx, [sendPushJob], { [sendPushJob.name]: sendPush });
  for (let left = true; left; left = ((await ctx.db.login.query(unread)).rowCount ?? 0) > 0) {
    while (await followNews(ctx));
    await ctx.clock.sleep(10);
  }
  await runner.drain();
  await runner.stop();
}
const kinds = ({ got }: BrowserDouble) => got.map(({ payload }) => payload.kind);
const assign = (inside: WorkspaceCtx, ticketId: string, memberId: string) =>
  withWorkspace(inside, (tx) => actOnOne(inside, tx, theHouse, ticketId, { do: 'assign', memberId }));

test('what we encrypt is decrypted as the RFC says: the decryption here is right by its own example', () => {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url');
  const auth = Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url');
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(decrypt(pair, auth, Buffer.from(body, 'base64url'))).toBe('When I grow up, I want to be a watermelon');
});

test('assigned by somebody else, written to by the customer, mentioned and queued: each is told once, without the words', async () => {
  const { line, inside, ana, bia, department, anas, ticketId } = await openDesk();
  await assign(inside, ticketId, ana);
  await notified();
  expect(kinds(anas)).toEqual(['assigned']);
  await write(line, 'tem bolo de fubá?');
  await write(line, 'e de milho?');
  await notified();
  expect(anas.got.slice(1).map(({ payload }) => payload)).toEqual([
    {
      title: 'Dona Lúcia',
      body: 'Nova mensagem',
      tag: expect.stringMatching(/^message /),
      url: `/inbox/${ticketId}`,
      kind: 'message',
    },
  ]);
  const asBia = { ...inside, actor: { kind: 'person', id: bia } as const };
  await withWorkspace(asBia, (tx) =>
    addNote(
      asBia,
      tx,
      { memberId: bia, sees: 'all', mayAssign: false },
      { ticketId, text: 'veja @ana', mentions: [ana] },
    ),
  );
  await notified();
  await withWorkspace(inside, (tx) =>
    actOnOne(inside, tx, theHouse, ticketId, { do: 'transfer', departmentId: department.id, reason: 'é de vendas' }),
  );
  await notified();
  expect(kinds(anas)).toEqual(['assigned', 'message', 'mention', 'queue']);
});

test('what one does oneself, what is before the eyes, what was not wished and what came after leaving is not told', async () => {
  const { line, inside, ana, anas, ticketId } = await openDesk();
  const asAna = { ...inside, actor: { kind: 'person', id: ana } as const };
  await withWorkspace(asAna, (tx) =>
    actOnOne(asAna, tx, { memberId: ana, sees: 'all', mayAssign: false }, ticketId, { do: 'claim' }),
  );
  await notified();
  const processId = ctx.ids.uuid();
  await renewPresence(inside, processId, [{ memberId: ana, state: 'online' }]);
  await write(line, 'alguém aí?');
  await notified();
  await renewPresence(inside, processId, [{ memberId: ana, state: 'away' }]);
  await withWorkspace(inside, (tx) => setWishes(inside, tx, ana, { messages: false }));
  await write(line, 'oi?');
  await notified();
  expect(kinds(anas)).toEqual([]);
  await withWorkspace(inside, (tx) => setWishes(inside, tx, ana, { messages: true, showText: true }));
  await write(line, 'socorro');
  await notified();
  expect(anas.got.map(({ payload }) => payload.body)).toEqual(['socorro']);
  await withWorkspace(inside, (tx) => unsubscribe(inside, tx, ana, anas.endpoint));
  await write(line, 'adeus');
  await notified();
  expect(anas.got).toHaveLength(1);
});

const bell = (inside: WorkspaceCtx, memberId: string) =>
  withWorkspace(inside, (tx) => listNotifications(inside, tx, { memberId, places: null }, { limit: 30 }));

test('the bell keeps what was told by name, also with a screen before the eyes, until it is read', async () => {
  const { inside, ana, bia, department, ticketId } = await openDesk();
  await renewPresence(inside, ctx.ids.uuid(), [{ memberId: ana, state: 'online' }]);
  await assign(inside, ticketId, ana);
  await notified();
  const asBia = { ...inside, actor: { kind: 'person', id: bia } as const };
  const agent = { memberId: bia, sees: 'all', mayAssign: true } as const;
  const note = { ticketId, text: 'veja', mentions: [ana, bia] };
  for (let n = 0; n < 2; n++) await withWorkspace(asBia, (tx) => addNote(asBia, tx, agent, note));
  const transfer = { do: 'transfer', departmentId: department.id, reason: 'é de vendas' } as const;
  await withWorkspace(asBia, (tx) => actOnOne(asBia, tx, agent, ticketId, transfer));
  await notified();
  const told = await bell(inside, ana);
  expect(told.notifications.map(({ kind }) => kind)).toEqual(['transferred', 'mention', 'assigned']);
  expect(told.notifications[0]).toMatchObject({ ticketId, byName: 'Pessoa', contactName: 'Dona Lúcia' });
  expect(told.unread).toBe(3);
  expect((await bell(inside, bia)).notifications).toEqual([]);
  const read = (which: WhichRead) => withWorkspace(inside, (tx) => readNotifications(inside, tx, ana, which));
  expect(await read({ ids: [told.notifications[0]?.id ?? ''] })).toBe(1);
  expect((await bell(inside, ana)).unread).toBe(2);
  expect([await read({ ticketId }), await read({})]).toEqual([2, 0]);
  expect(await bell(inside, ana)).toMatchObject({ unread: 0, notifications: [{}, {}, {}] });
});

test('who wrote what did not go, or planned it, hears of it from the bell; a reply of the bot is nobody’s', async () => {
  const { line, inside, ana, bia, anas } = await openDesk();
  const [talk] = await withWorkspace(inside, (tx) => tx.rows<{ conversationId: string }>(mine, [ana]));
  const conversationId = talk?.conversationId ?? '';
  const failing = async (origin: 'person' | 'bot') => {
    const as = { ...inside, actor: { kind: origin, id: ana } as const };
    const content = { kind: 'text', text: 'Segue' } as const;
    const reply = { conversationId, channelId: line.channel.id, origin, content, text: 'Segue', paced: false };
    const [sent] = await withWorkspace(as, (tx) => queueReply(as, tx, [reply]));
    const failed = { tag: sent?.id ?? '', status: 'failed', at: new Date(), errorCode: 131026 } as const;
    await withWorkspace(inside, (tx) => advanceStatus(inside, tx, line.channel.id, [failed]));
    return sent?.id;
  };
  await failing('bot');
  const messageId = await failing('person');
  const asAna = { ...inside, actor: { kind: 'person', id: ana } as const };
  const data = { scheduledId: ctx.ids.uuid(), memberId: ana, reason: 'window_closed' };
  await withWorkspace(asAna, (tx) => record(tx, asAna, [{ type: 'scheduled.failed', conversationId, data }]));
  await notified();
  expect((await bell(inside, ana)).notifications).toMatchObject([
    { kind: 'scheduled_failed', conversationId },
    { kind: 'message_failed', conversationId, messageId },
  ]);
  expect((await bell(inside, bia)).notifications).toEqual([]);
  expect(kinds(anas)).toEqual([]);
});

test('nobody’s telephone rings for whom they blocked', async () => {
  const { line, inside, ana, anas, ticketId } = await openDesk();
  await assign(inside, ticketId, ana);
  await notified();
  const contact = await withWorkspace(inside, (tx) => findOneByPhone(tx, '11987650001'));
  await withWorkspace(inside, (tx) => blockContact(tx, inside, contact?.id ?? ''));
  await write(line, 'me respondam');
  await notified();
  expect(kinds(anas)).toEqual(['assigned']);
});

test('with the end of the session in which they asked for it, a browser is told nothing any more', async () => {
  const line = await testLine(ctx, { flow: undefined });
  const person = await testMember(line.ctx);
  const from = { address: '127.0.0.1', device: 'test' };
  const session = await withIdentity(ctx, (tx) => startSession(tx, ctx, person.personId, from));
  const browser = { memberId: person.memberId, endpoint: 'https://push.exemplo.com/fim', language: 'en' } as const;
  const keys = new BrowserDouble().keys;
  const { sessionId } = session;
  await withWorkspace(line.ctx, (tx) => subscribe(line.ctx, tx, { ...browser, keys, sessionId }));
  const count = async () => (await withWorkspace(line.ctx, (tx) => wishesOf(line.ctx, tx, person.memberId))).browsers;
  expect(await count()).toBe(1);
  await signOut(ctx, { personId: person.personId, sessionId, expiresAt: new Date() }, from);
  expect(await count()).toBe(0);
});

test('a subscription that is gone is forgotten, a service that is ill is asked again but not for what is long over, a shared browser tells its last owner', async () => {
  const { line, inside, ana, bia, anas, ticketId } = await openDesk();
  await assign(inside, ticketId, ana);
  await notified();
  const [subscription] = await withWorkspace(inside, (tx) =>
    tx.rows<{ id: string; conversationId: string }>(mine, [ana]),
  );
  const { id: subscriptionId = '', conversationId = '' } = subscription ?? {};
  const notice = { subscriptionId, kind: 'message', conversationId, ticketId, messageId: null } as const;
  const again = (enqueuedAt: Date) =>
    sendPush(ctx, notice, {
      jobId: ctx.ids.uuid(),
      workspaceId: inside.workspaceId,
      attempt: 1,
      lastAttempt: false,
      signal: AbortSignal.timeout(5_000),
      enqueuedAt,
    });
  anas.status = 503;
  await expect(again(ctx.clock.now())).rejects.toMatchObject({ code: 'provider_failed' });
  anas.status = 201;
  await again(new Date(ctx.clock.now().getTime() - 11 * 60_000));
  expect(kinds(anas)).toEqual(['assigned']);
  await again(ctx.clock.now());
  anas.status = 403;
  anas.says = '{"reason":"BadJwtToken"}';
  await write(line, 'um'); // our own mistake: the browser is not forgotten for it
  await notified();
  anas.status = 201;
  await write(line, 'um e meio');
  await notified();
  expect(kinds(anas)).toEqual(['assigned', 'message', 'message']);
  anas.status = 410;
  await write(line, 'dois');
  await notified();
  anas.status = 201;
  await write(line, 'três');
  await notified();
  expect(kinds(anas)).toEqual(['assigned', 'message', 'message']);
  const shared = await open(inside, ana);
  await open(inside, bia, shared);
  await write(line, 'quatro');
  await notified();
  expect(kinds(shared)).toEqual([]);
});

test('the header says which site it is, signed with the key that browsers were given, for that push service only', async () => {
  const { inside, ana, anas, ticketId } = await openDesk();
  await assign(inside, ticketId, ana);
  await notified();
  const { headers } = anas.got[0] as (typeof anas.got)[0];
  const { publicKey } = await siteKeys(ctx);
  const [, token = '', key] = /^vapid t=(\S+), k=(\S+)$/.exec(headers['authorization'] ?? '') ?? [];
  expect(key).toBe(publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  expect(verify('sha256', signed, { key: jwk, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(
    true,
  );
  const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number };
  expect(aud).toBe('https://push.exemplo.com');
  expect(exp - ctx.clock.now().getTime() / 1_000).toBeLessThanOrEqual(86_400);
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: expect.stringMatching(/^\d+$/) });
  expect((await Promise.all([siteKeys(ctx), siteKeys(ctx)])).map((one) => one.publicKey)).toEqual([
    publicKey,
    publicKey,
  ]);
});

test.each([
  { p256dh: 'A'.repeat(87), auth: 'B'.repeat(22) },
  { p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url'), auth: 'B'.repeat(22) },
  { p256dh: new BrowserDouble().keys.p256dh, auth: 'B'.repeat(30) },
])('keys that no browser made are refused when they are given', async (keys) => {
  const { inside, ana } = await openDesk();
  const giving = withWorkspace(inside, (tx) =>
    subscribe(inside, tx, {
      memberId: ana,
      endpoint: 'https://push.exemplo.com/x',
      keys,
      language: 'en',
      sessionId: ana,
    }),
  );
  await expect(giving).rejects.toMatchObject({ code: 'invalid_input' });
});
