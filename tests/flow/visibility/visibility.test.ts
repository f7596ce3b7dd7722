import {
  type ClientToServer,
  type OperationName,
  operationNames,
  operations,
  type ServerToClient,
  scopeNames,
} from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { followNews } from '@balcao/core/push';
import { sql, withWorkspace } from '@balcao/db';
import { testMember, testSession } from '@balcao/testkit';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask, idsIn, storedOf } from '../tenancy/cross.ts';
import { type House, startHouse } from '../tenancy/start-house.ts';
import { type Asker, type Company, openCompany } from '../tenancy/two-companies.ts';
import { writeInputs } from '../tenancy/write-inputs.ts';

/** One company, one ticket, which a team has: who is in the team, who is not, and a program that may do all but see everything. */
let house: House;
let company: Company;
let inside: Asker;
let outside: Asker;
let program: Asker;
let id: (name: string) => string;
/** What belongs to the ticket. */
let marks: ReadonlySet<string>;

const hidden = sql(
  'visibility/hidden',
  `select id from tickets union all select id from conversations union all select id from messages union all select id from notes
   union all select id from media where id in (select media_id from messages) union all select id from scheduled_messages`,
);
const store = sql(
  'visibility/store',
  `update media set state = 'stored', storage_key = 'x', size = 1, sha256 = repeat('a', 64), mime = 'image/png' where state <> 'stored'`,
);

async function hire(role: string): Promise<Asker & { memberId: string }> {
  const member = await testMember(company.line.ctx, 'attendant');
  const { headers } = await testSession(house.ctx, member);
  const { memberId, personId } = member;
  return { role, personId, memberId, headers: { ...headers, 'x-workspace': company.line.ctx.workspaceId } };
}

async function owner(name: OperationName, input: object): Promise<Record<string, unknown>> {
  const { status, text } = await ask(house.url, name, input, company.owner.headers);
  expect(status, `${name} ${text}`).toBe(200);
  return JSON.parse(text) as Record<string, unknown>; // every answer is an object
}

const bellOf = async ({ headers }: Asker) => (await ask(house.url, 'notifications.list', {}, headers)).text;

/** The ledger is read when every older transaction has ended, other tests' too. */
async function heard(): Promise<void> {
  await vi.waitFor(
    async () => {
      await followNews(house.ctx);
      if (!(await bellOf(inside)).includes(id('ticketId'))) throw new Error('the bell is silent');
    },
    { timeout: 20_000, interval: 50 },
  );
}

beforeAll(async () => {
  house = await startHouse();
  company = await openCompany(house.ctx, house.url);
  const { ctx } = company.line;
  id = (name) => company.idFor('tickets.get')(name);
  const within = await hire('of the team');
  [inside, outside] = [within, await hire('of no team')];
  const scopes = scopeNames.filter((scope) => scope !== 'tickets:read-all');
  const key = await withWorkspace(ctx, (tx) => createApiKey(tx, ctx, { name: 'quase tudo', scopes }));
  const headers = { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' };
  program = { role: 'a program that may not see all', headers };
  await owner('teams.set-members', { teamId: id('teamId'), memberIds: [within.memberId] });
  const conversationId = id('conversationId');
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await owner('scheduled.create', { conversationId, content: { kind: 'text', text: 'segredo de amanhã' }, at });
  await owner('tickets.transfer', { ticketId: id('ticketId'), teamId: id('teamId'), reason: 'segredo da equipe' });
  await heard();
  await withWorkspace(ctx, async (tx) => {
    await tx.run(store);
    marks = new Set((await tx.rows<{ id: string }>(hidden)).map((row) => row.id));
  });
}, 60_000);
afterAll(() => house.close());

/** What an answer says of the ticket that was not in the question. */
function toldIn(text: string, input: unknown): string | undefined {
  const asked = new Set(idsIn(JSON.stringify(input)));
  // A note about the person is everybody's who may see the person.
  return (
    idsIn(text).find((one) => marks.has(one) && !asked.has(one)) ?? /segredo d[ae] (?!pessoa)[^"]*/.exec(text)?.[0]
  );
}

test('who is in the team finds the ticket everywhere', async () => {
  const ticketId = id('ticketId');
  const conversationId = id('conversationId');
  const found: readonly [OperationName, object, string][] = [
    ['inbox.list', { view: 'unassigned' }, ticketId],
    ['tickets.get', { ticketId }, ticketId],
    ['tickets.history', { ticketId }, 'segredo da equipe'],
    ['tickets.of-contact', { contactId: id('contactId') }, ticketId],
    ['notes.list', { conversationId }, 'segredo da casa'],
    ['messages.thread', { conversationId }, id('messageId')],
    ['conversations.list', {}, conversationId],
    ['scheduled.list', {}, 'segredo de amanhã'],
    ['contacts.get', { id: id('contactId') }, conversationId],
    ['media.link', { mediaId: id('mediaId') }, '/media/'],
    ['inbox.counts', {}, '"unassigned":1'],
  ];
  for (const [name, input, what] of found) {
    const { status, text } = await ask(house.url, name, input, inside.headers);
    expect(`${status} ${text}`, name).toContain(what);
  }
});

// The log of access says who was shown what, to those who watch over it.
const watched = (name: OperationName) => operations[name].kind === 'read' && !name.startsWith('access-log.');

test('nobody else reads anything of it, by any operation, in any way of asking', async () => {
  const wrong: string[] = [];
  for (const asker of [outside, program])
    for (const name of operationNames.filter(watched))
      for (const input of writeInputs(operations[name], company.idFor(name))) {
        const { status, text } = await ask(house.url, name, input, asker.headers);
        const told = toldIn(text, input);
        if (told !== undefined) wrong.push(`${name} told ${asker.role} ${told} for ${JSON.stringify(input)}`);
        if (status === 500) wrong.push(`${name}: 500 for ${JSON.stringify(input)}`);
      }
  expect(wrong).toEqual([]);
  for (const asker of [outside, program]) {
    const { text } = await ask(house.url, 'inbox.counts', {}, asker.headers);
    expect(JSON.parse(text)).toMatchObject({ unassigned: 0, all: 0, queued: [] });
    for (const name of ['tickets.get', 'tickets.history'] as const)
      expect((await ask(house.url, name, { ticketId: id('ticketId') }, asker.headers)).status, name).toBe(404);
  }
}, 60_000);

const ofTickets = /^(?:tickets|notes|messages|conversations|scheduled|macros|media)\./;

test('nor does anything to it', async () => {
  const about = async () => {
    const { tickets, messages, notes, conversations, scheduled_messages: planned } = await storedOf(house.ctx, company);
    return { tickets, messages, notes, conversations, planned };
  };
  const before = await about();
  const wrong: string[] = [];
  for (const asker of [outside, program])
    for (const name of operationNames.filter((one) => operations[one].kind === 'write' && ofTickets.test(one))) {
      // What keeps and takes away macros and drafts of files is not about a ticket.
      if (['macros.save', 'macros.delete', 'media.upload'].includes(name)) continue;
      for (const input of writeInputs(operations[name], company.idFor(name))) {
        const { status, text } = await ask(house.url, name, input, asker.headers);
        const told = toldIn(text, input);
        if (told !== undefined) wrong.push(`${name} told ${asker.role} ${told}`);
        if (status === 500) wrong.push(`${name}: 500 for ${JSON.stringify(input)}`);
      }
    }
  expect(wrong).toEqual([]);
  expect(await about()).toEqual(before);
}, 60_000);

type Client = Socket<ServerToClient, ClientToServer>;

async function sit(asker: Asker): Promise<{ client: Client; told: string[] }> {
  const { cookie = '' } = asker.headers;
  const options = { path: '/realtime', transports: ['websocket'], forceNew: true, reconnection: false };
  const client: Client = io(house.url, { ...options, extraHeaders: { cookie, origin: house.url } });
  const told: string[] = [];
  client.onAny((...args: unknown[]) => told.push(JSON.stringify(args)));
  await new Promise<void>((resolve, reject) => client.on('connect', resolve).on('connect_error', reject));
  const workspace = company.line.ctx.workspaceId;
  await new Promise((resolve) => client.emit('subscribe', { workspace, mode: 'desk' }, resolve));
  return { client, told };
}

test('screens, bells and searches: who is in the team is told, others are not', async () => {
  const [those, others] = [await sit(inside), await sit(outside)];
  const conversationId = id('conversationId');
  const watch = ({ client }: { client: Client }) =>
    new Promise<{ ok: boolean }>((resolve) => client.emit('watch', { conversationId }, resolve));
  expect(await watch(those)).toMatchObject({ ok: true });
  await watch(others);
  await owner('notes.add', { ticketId: id('ticketId'), text: 'segredo da nota' });
  await owner('tickets.set-subject', { ticketId: id('ticketId'), subject: 'segredo do assunto' });
  await expect.poll(() => those.told.join(' '), { timeout: 5_000 }).toContain('segredo do assunto');
  await owner('tags.create', { name: 'depois' });
  await expect.poll(() => others.told.join(' '), { timeout: 5_000 }).toContain('tag.created');
  expect(others.told.join(' ')).not.toContain('segredo');
  expect(idsIn(others.told.join(' ')).filter((one) => marks.has(one))).toEqual([]);
  // Whoever comes into the team is shown it, whoever leaves loses it.
  const { memberId } = outside as Asker & { memberId: string };
  await owner('teams.set-members', { teamId: id('teamId'), memberIds: [memberId] });
  await expect.poll(() => others.told.join(' '), { timeout: 5_000 }).toContain('resync');
  await owner('tickets.set-subject', { ticketId: id('ticketId'), subject: 'segredo trocado' });
  await expect.poll(() => others.told.join(' '), { timeout: 5_000 }).toContain('segredo trocado');
  expect(those.told.join(' ')).not.toContain('segredo trocado');
  those.client.disconnect();
  others.client.disconnect();
  expect(await bellOf(outside)).not.toContain(id('ticketId'));
  // Told while in the team; now that they are out, it says nothing any more.
  expect(await bellOf(inside)).not.toContain(id('ticketId'));
  await owner('teams.set-members', {
    teamId: id('teamId'),
    memberIds: [(inside as Asker & { memberId: string }).memberId],
  });
  expect(JSON.parse(await bellOf(inside))).toMatchObject({
    unread: 1,
    notifications: [{ kind: 'transferred', ticketId: id('ticketId') }],
  });
});
