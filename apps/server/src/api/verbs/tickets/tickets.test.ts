import { baseRoles, type Operations, type OutputOf, operations } from '@balcao/contract';
import { identify } from '@balcao/core/contacts';
import { openOrResume } from '@balcao/core/conversations';
import { type DbCtx, sql, type Tx, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import type { ApiParts, Caller } from '../../api-parts.ts';
import { contactVerbs } from '../contacts.ts';
import { conversationVerbs } from '../conversations.ts';
import { ticketsVerbs } from './index.ts';

const verbs = { ...ticketsVerbs, ...conversationVerbs, ...contactVerbs };
type Named = keyof typeof verbs;

let ctx: DbCtx;
let line: TestLine;
let parts: ApiParts;
let owner: Caller;

const insertMember = sql(
  'test/verbs-member',
  `insert into members (workspace_id, id, person_id, name, email, role) values ($1, $2, $2, $3, 'a@loja.example', $4)`,
);

async function member(name: string, role: 'owner' | 'attendant', sees: Caller['sees'] = 'all'): Promise<Caller> {
  const id = ctx.ids.uuid();
  await withWorkspace(line.ctx, (tx) => tx.run(insertMember, [line.ctx.workspaceId, id, name, role]));
  const by = { kind: 'member', id, personId: id, sessionId: id } as const;
  const person = { ...line.ctx, actor: { kind: 'person', id } } as const;
  return { ...inCompany(person), by, scopes: baseRoles[role], sees };
}

/** As the API runs them: the input through its schema, one transaction, the answer through its schema. */
async function ask<N extends Named>(caller: Caller, name: N, input: object = {}): Promise<OutputOf<Operations[N]>> {
  const operation = operations[name];
  // Paired by their name, which TypeScript cannot follow through a union.
  const run = verbs[name] as (caller: Caller, tx: Tx, input: unknown, parts: ApiParts) => Promise<unknown>;
  const answer = await withWorkspace(caller.ctx, (tx) => run(caller, tx, operation.input.parse(input), parts));
  return operation.output.parse(JSON.parse(JSON.stringify(answer))) as OutputOf<Operations[N]>; // parsed by this very schema
}

const inCompany = (workspace: TestLine['ctx']) => ({
  ctx: workspace,
  sees: 'all' as const,
  ...({ address: '127.0.0.1', device: 'test', language: 'pt-BR' } as const),
});

let people = 0;
async function talk(): Promise<{ conversationId: string; contactId: string }> {
  const waId = `55119${String(60_000_000 + ++people)}`;
  return await withWorkspace(line.ctx, async (tx) => {
    const [person] = (await identify(tx, line.ctx, [{ waId }])).people;
    const contactId = person?.contactId ?? '';
    const opened = await openOrResume(line.ctx, tx, line.channel.id, [{ contactId, waId }]);
    return { conversationId: opened.get(contactId) ?? '', contactId };
  });
}

beforeAll(async () => {
  ctx = await testCtx();
  line = await testLine(ctx);
  const { workspaceId } = line.ctx;
  const known = { workspaceId, perPair: false, adapter: { checkContent: () => undefined } };
  parts = { channel: (id: string) => (id === line.channel.id ? known : undefined), offer: () => undefined };
  owner = await member('Dona', 'owner');
});

test('a ticket from its opening to its end, through every operation, as the contract says', async () => {
  const [ana, beto] = [await member('Ana', 'attendant'), await member('Beto', 'attendant')];
  const { department } = await ask(owner, 'departments.create', {
    name: 'Vendas',
    memberIds: [ana.by.id],
  });
  const { queue } = await ask(owner, 'queues.create', { departmentId: department.id, name: 'Loja' });
  const { team } = await ask(owner, 'teams.create', { name: 'Noite' });
  const { tag } = await ask(owner, 'tags.create', { name: 'VIP', color: '#aabbcc' });
  const { contactId } = await talk();
  const { ticket } = await ask(ana, 'tickets.open', { contactId, channelId: line.channel.id, subject: 'Orçamento' });
  const { ticketId, conversationId, protocol } = ticket;
  const does = <N extends Named>(who: Caller, name: N, input: object = {}) => ask(who, name, { ticketId, ...input });
  await does(ana, 'tickets.set-priority', { priority: 'high' });
  await does(ana, 'tickets.set-subject', { subject: null });
  await does(ana, 'tickets.set-tags', { tagIds: [tag.id] });
  await does(ana, 'tickets.wait');
  await does(ana, 'tickets.snooze', { until: new Date(Date.now() + 60_000).toISOString() });
  await does(ana, 'tickets.claim');
  await does(ana, 'tickets.transfer', { queueId: queue.id, reason: 'É da loja' });
  await does(beto, 'tickets.claim');
  await expect(does(ana, 'tickets.claim')).rejects.toMatchObject({
    code: 'already_claimed',
    data: { holder: { name: 'Beto' } },
  });
  await expect(does(ana, 'tickets.resolve')).rejects.toMatchObject({ code: 'forbidden' });
  await does(owner, 'tickets.assign', { memberId: ana.by.id, reason: 'Beto saiu' });
  await does(ana, 'tickets.release');
  await does(ana, 'tickets.transfer', { teamId: team.id, reason: 'Só à noite' });
  await does(owner, 'tickets.reset-bot', { reason: 'Começar de novo' });
  await does(ana, 'tickets.handoff', { departmentId: department.id });
  const { note } = await does(ana, 'notes.add', { text: 'Ligar amanhã', mentions: [owner.by.id] });
  await ask(ana, 'notes.edit', { noteId: note.id, text: 'Ligar hoje' });
  expect(await ask(ana, 'notes.list', { conversationId })).toMatchObject({ notes: [{ text: 'Ligar hoje' }] });
  await ask(ana, 'notes.delete', { noteId: note.id });
  await does(ana, 'tickets.resolve', { reason: 'Comprou' });
  await does(ana, 'tickets.reopen');
  expect(await ask(ana, 'tickets.get', { protocol })).toMatchObject({
    ticket: { ticketId, status: 'queued', reopened: 1 },
  });
  expect(await ask(ana, 'tickets.of-contact', { contactId })).toMatchObject({ tickets: [{ ticketId }], next: null });
  const bulk = { ticketIds: [ticketId, ctx.ids.uuid()], action: { do: 'resolve' } };
  expect(await ask(owner, 'tickets.bulk', bulk)).toMatchObject({
    results: [{ done: true }, { done: false, code: 'not_found' }],
  });
  const { events } = await does(ana, 'tickets.history');
  expect(events.map(({ kind, by }) => `${by.name} ${kind}`)).toEqual([
    ...[
      'Ana opened',
      'Ana priority_set',
      'Ana subject_set',
      'Ana tags_set',
      'Ana waiting',
      'Ana snoozed',
      'Ana claimed',
    ],
    ...['Ana transferred', 'Beto claimed', 'Dona assigned', 'Ana released', 'Ana transferred', 'Dona bot_reset'],
    ...[
      'Ana handed_off',
      'Ana note_added',
      'Ana note_edited',
      'Ana note_deleted',
      'Ana resolved',
      'Ana reopened',
      'Dona resolved',
    ],
  ]);
});

test('the inbox shows to each what they may see, in the views that all have and in their own', async () => {
  const { department } = await ask(owner, 'departments.create', { name: 'Reservado' });
  const outside = await member('Fora', 'attendant', []);
  const { conversationId } = await talk();
  const { ticket } = await ask(owner, 'tickets.open', { conversationId, departmentId: department.id });
  const { ticketId } = ticket;
  const shown = async (who: Caller, input: object) =>
    (await ask(who, 'inbox.list', input)).items.map((item) => item.ticketId);
  expect(await shown(owner, { view: 'mine' })).toEqual([ticketId]);
  expect(await shown(outside, { view: 'all', departmentId: department.id })).toEqual([]);
  for (const name of ['tickets.get', 'tickets.history', 'notes.list'] as const)
    await expect(ask(outside, name, { ticketId })).rejects.toMatchObject({ code: 'not_found' });
  for (const name of ['conversations.mark-read', 'tickets.open'] as const)
    await expect(ask(outside, name, { conversationId })).rejects.toMatchObject({ code: 'not_found' });
  const talks = async (who: Caller) =>
    (await ask(who, 'conversations.list')).conversations.map((conversation) => conversation.id);
  expect(await talks(owner)).toContain(conversationId);
  expect(await talks(outside)).not.toContain(conversationId);
  const filter = { departmentIds: [department.id], assignee: 'me' };
  const { view } = await ask(owner, 'views.save', { name: 'Meus reservados', filter });
  expect(await shown(owner, { view: view.id })).toEqual([ticketId]);
  await expect(shown(outside, { view: view.id })).rejects.toMatchObject({ code: 'not_found' });
  await ask(owner, 'views.save', { viewId: view.id, name: 'Reservados', shared: true, filter });
  expect(await shown(outside, { view: view.id })).toEqual([]);
  await expect(ask(outside, 'views.delete', { viewId: view.id })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await ask(outside, 'views.list')).toMatchObject({
    views: [{ name: 'Reservados', shared: true, mine: false }],
  });
  await ask(owner, 'views.delete', { viewId: view.id });
  expect(await ask(owner, 'inbox.counts')).toMatchObject({ mine: 1, triage: 0 });
});

test('departments, queues, teams and tags are made once by a name, changed, archived and brought back', async () => {
  for (const [resource, input, key] of [
    ['departments', {}, 'departmentId'],
    ['teams', {}, 'teamId'],
    ['tags', {}, 'tagId'],
    ['queues', { departmentId: '' }, 'queueId'],
  ] as const) {
    const what = resource.slice(0, -1);
    const home = await ask(owner, 'departments.create', { name: `Casa de ${resource}` });
    const more = 'departmentId' in input ? { departmentId: home.department.id } : {};
    const made = await ask(owner, `${resource}.create`, { name: 'Único', ...more });
    const id = { [key]: (Object.values(made)[0] as { id: string }).id };
    await expect(ask(owner, `${resource}.create`, { name: 'ÚNICO', ...more })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await ask(owner, `${resource}.update`, { ...id, name: 'Outro' })).toMatchObject({
      [what]: { name: 'Outro' },
    });
    expect(await ask(owner, `${resource}.archive`, id)).toMatchObject({ changed: true });
    expect(await ask(owner, `${resource}.archive`, id)).toMatchObject({ changed: false });
    const names = async (archived: string) => JSON.stringify(await ask(owner, `${resource}.list`, { archived }));
    expect(await names('false')).not.toContain('Outro');
    expect(await names('true')).toContain('Outro');
    await ask(owner, `${resource}.update`, { ...id, archived: false });
    expect(await names('false')).toContain('Outro');
  }
  const { team } = await ask(owner, 'teams.create', { name: 'Com gente' });
  const set = { teamId: team.id, memberIds: [owner.by.id] };
  expect(await ask(owner, 'teams.set-members', set)).toEqual({ changed: true });
  expect(await ask(owner, 'teams.set-members', set)).toEqual({ changed: false });
  const nobody = { teamId: team.id, memberIds: [ctx.ids.uuid()] };
  await expect(ask(owner, 'teams.set-members', nobody)).rejects.toMatchObject({ code: 'target_unavailable' });
});

const receive = sql(
  'test/verbs-receive',
  `with bumped as (update conversations set unread = 2, last_seq = last_seq + 1 where id = $2 returning id)
   insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, provider_id, at, created_at)
   values ($1, $3, $2, 1, 'in', 'customer', 'text', 'received', 'wamid.read', now(), now())`,
);
const jobs = sql('test/verbs-jobs', `select payload from jobs where name = 'conversations.tell-read'`);

test('a conversation is read once, and the customer is told by one job for the newest message', async () => {
  const { conversationId } = await talk();
  await withWorkspace(line.ctx, (tx) => tx.run(receive, [line.ctx.workspaceId, conversationId, ctx.ids.uuid()]));
  expect(await ask(owner, 'conversations.mark-read', { conversationId })).toEqual({ changed: true });
  expect(await ask(owner, 'conversations.mark-read', { conversationId })).toEqual({ changed: false });
  const told = await withWorkspace(line.ctx, (tx) => tx.rows(jobs));
  expect(told).toEqual([{ payload: { channelId: line.channel.id, providerId: 'wamid.read' } }]);
});

test('an API key opens into the queue and takes nothing for itself', async () => {
  const by = { kind: 'api_key', id: ctx.ids.uuid() } as const;
  const key: Caller = { ...inCompany(line.ctx), by, scopes: baseRoles.owner };
  const { conversationId } = await talk();
  const { ticket } = await ask(key, 'tickets.open', { conversationId });
  expect(ticket).toMatchObject({ status: 'queued', assigneeId: null, openedBy: 'api' });
  const claim = ask(key, 'tickets.claim', { ticketId: ticket.ticketId });
  await expect(claim).rejects.toMatchObject({ code: 'forbidden' });
  expect(await ask(key, 'inbox.list', { view: 'mine' })).toEqual({ items: [], next: null });
});
