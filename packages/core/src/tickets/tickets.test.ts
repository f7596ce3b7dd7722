import { sql, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { type LabMember as Member, movableClock, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { archiveDepartment, createDepartment, createQueue, createTeam, listQueues } from '../departments/index.ts';
import {
  type ActionRequest,
  act,
  actOnOne,
  addNote,
  deleteNote,
  editNote,
  getTicket,
  leavePlace,
  listNotes,
  openTicket,
  releaseAllOf,
  takeUp,
  timeline,
  wakeSnoozed,
} from './index.ts';

const HOUR = 3_600_000;
const clock = movableClock('2026-11-21T12:00:00Z');
let line: TestLine;
let lab: ReturnType<typeof ticketLab>;
let ana: Member;
let beto: Member;
let boss: Member;

beforeAll(async () => {
  line = await testLine(await testCtx({ clock }));
  lab = ticketLab(line);
  ana = await lab.member('Ana');
  beto = await lab.member('Beto');
  boss = await lab.member('Chefe', { mayAssign: true, role: 'supervisor' });
});

/** In a transaction, on a connection, of its own. */
const does = (who: Member, ticketId: string, request: ActionRequest) =>
  withWorkspace(who.ctx, (tx) => actOnOne(who.ctx, tx, who, ticketId, request));
const faultOf = async (promise: Promise<unknown>): Promise<Fault> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Fault)) throw new Error('it was not refused');
  return error;
};
const see = (ticketId: string) => lab.within((tx) => getTicket(line.ctx, tx, boss, { ticketId }));
const told = async (ticketId: string) => (await lab.within((tx) => timeline(line.ctx, tx, ticketId))).events;
const department = (name: string) => lab.within((tx) => createDepartment(line.ctx, tx, { name }));

test('twenty who claim at once: one has it, and all others are told who', async () => {
  const ticketId = await lab.ticket();
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => lab.member(`Pessoa ${n}`)));
  const results = await Promise.allSettled(people.map((who) => does(who, ticketId, { do: 'claim' })));
  const winners = people.filter((_, n) => results[n]?.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  for (const result of results) {
    if (result.status === 'fulfilled') continue;
    expect(result.reason).toMatchObject({
      code: 'already_claimed',
      data: { holder: { id: winner?.memberId, name: winner?.name } },
    });
  }
  expect(await see(ticketId)).toMatchObject({ status: 'open', assigneeId: winner?.memberId, floor: 'person' });
  expect(await told(ticketId)).toHaveLength(1);
});

test('claimed and given to another at the same time, it is with one of them and the history says how', async () => {
  for (let n = 0; n < 5; n++) {
    const ticketId = await lab.ticket();
    await Promise.allSettled([
      does(ana, ticketId, { do: 'claim' }),
      does(boss, ticketId, { do: 'assign', memberId: beto.memberId }),
    ]);
    const events = await told(ticketId);
    const { assigneeId } = await see(ticketId);
    expect(events.at(-1)?.to?.assignee?.id).toBe(assigneeId);
    expect(assigneeId).toBe(beto.memberId);
  }
});

test('a transfer says from where, to where and why, by names', async () => {
  const { id: departmentId } = await department('Vendas');
  const queue = await lab.within((tx) => createQueue(line.ctx, tx, { departmentId, name: 'Atacado' }));
  const ticketId = await lab.ticket({ status: 'open', assigneeId: ana.memberId });
  await does(ana, ticketId, { do: 'transfer', queueId: queue.id, reason: 'Cliente de atacado' });
  expect(await see(ticketId)).toMatchObject({ status: 'queued', departmentId, queueId: queue.id, assigneeId: null });
  const [event] = await told(ticketId);
  expect(event).toMatchObject({
    kind: 'transferred',
    by: { kind: 'person', id: ana.memberId, name: 'Ana' },
    from: { assignee: { name: 'Ana' }, department: null },
    to: { assignee: null, department: { name: 'Vendas' }, queue: { name: 'Atacado' } },
    reason: 'Cliente de atacado',
    status: 'queued',
  });
});

test('a target that is archived, disabled, an auditor, of another company or none is refused, and nothing changes', async () => {
  const ticketId = await lab.ticket({ status: 'open', assigneeId: ana.memberId });
  const { id: archived } = await department('Fechado');
  const queue = await lab.within((tx) => createQueue(line.ctx, tx, { departmentId: archived, name: 'Antiga' }));
  await lab.within((tx) => archiveDepartment(line.ctx, tx, archived));
  const gone = await lab.member('Foi', { state: 'disabled' });
  const auditor = await lab.member('Auditor', { role: 'auditor' });
  const elsewhere = await testLine(line.ctx);
  const stranger = await ticketLab(elsewhere).member('Estranho');
  const team = await withWorkspace(elsewhere.ctx, (tx) => createTeam(elsewhere.ctx, tx, { name: 'Outra' }));
  const targets = [
    { departmentId: archived },
    { queueId: queue.id },
    { teamId: team.id },
    ...[gone, auditor, stranger].map(({ memberId }) => ({ memberId })),
    { memberId: line.ctx.ids.uuid() },
  ];
  for (const target of targets)
    expect((await faultOf(does(ana, ticketId, { do: 'transfer', reason: 'x', ...target }))).code).toBe(
      'target_unavailable',
    );
  const both = { departmentId: archived, memberId: beto.memberId };
  expect((await faultOf(does(ana, ticketId, { do: 'transfer', reason: 'x', ...both }))).code).toBe('invalid_input');
  expect(await told(ticketId)).toEqual([]);
});

test('another company sees, moves and notes nothing', async () => {
  const ticketId = await lab.ticket();
  const elsewhere = await testLine(line.ctx);
  const stranger = await ticketLab(elsewhere).member('Estranho', { mayAssign: true });
  expect((await faultOf(does(stranger, ticketId, { do: 'claim' }))).code).toBe('not_found');
  const reads = withWorkspace(stranger.ctx, (tx) => getTicket(stranger.ctx, tx, stranger, { ticketId }));
  expect((await faultOf(reads)).code).toBe('not_found');
  const note = { ticketId, text: 'x', mentions: [] };
  const notes = withWorkspace(stranger.ctx, (tx) => addNote(stranger.ctx, tx, stranger, note));
  expect((await faultOf(notes)).code).toBe('not_found');
});

test('who sees one department finds no ticket of another, unless it is theirs', async () => {
  const [mine, theirs] = [await department('Meu'), await department('Deles')];
  const eva = await lab.member('Eva', { sees: [mine.id] });
  const hidden = await lab.ticket({ departmentId: theirs.id });
  expect((await faultOf(does(eva, hidden, { do: 'claim' }))).code).toBe('not_found');
  await does(boss, hidden, { do: 'assign', memberId: eva.memberId });
  expect(await does(eva, hidden, { do: 'wait' })).toBe(true);
});

test('many at once are one transaction: what could not be done is told, and a failure undoes all', async () => {
  const free = [await lab.ticket(), await lab.ticket()];
  const taken = await lab.ticket({ status: 'open', assigneeId: beto.memberId });
  const done = await lab.ticket({ status: 'resolved' });
  const ids = [...free, taken, done, line.ctx.ids.uuid()];
  const outcomes = await lab.within((tx) => act(boss.ctx, tx, boss, ids, { do: 'claim' }));
  expect(outcomes.map((one) => ('fault' in one ? one.fault.code : one.changed))).toEqual([
    ...[true, true],
    ...['already_claimed', 'wrong_status', 'not_found'],
  ]);
  const broken = lab.within(async (tx) => {
    await act(boss.ctx, tx, boss, free, { do: 'resolve' });
    throw new Error('the power went');
  });
  await expect(broken).rejects.toThrow('the power went');
  expect(await Promise.all(free.map(see))).toMatchObject([{ status: 'open' }, { status: 'open' }]);
  expect(await told(free[0] as string)).toHaveLength(1);
});

test('a reopened ticket goes back to who had it, unless its conversation has another by now', async () => {
  const ticketId = await lab.ticket({ status: 'resolved', assigneeId: ana.memberId });
  expect(await does(beto, ticketId, { do: 'reopen' })).toBe(true);
  expect(await see(ticketId)).toMatchObject({ status: 'open', assigneeId: ana.memberId, floor: 'person' });
  await does(ana, ticketId, { do: 'resolve', reason: 'Resolvido no balcão' });
  const { conversationId } = await see(ticketId);
  const other = await lab.within((tx) => openTicket(beto.ctx, tx, beto, { conversationId, subject: 'Outro assunto' }));
  expect((await faultOf(does(ana, ticketId, { do: 'reopen' }))).code).toBe('conflict');
  const again = lab.within((tx) => openTicket(ana.ctx, tx, ana, { conversationId }));
  expect((await faultOf(again)).code).toBe('conflict');
  expect(await see(other)).toMatchObject({ status: 'open', subject: 'Outro assunto', openedBy: 'person' });
});

test('whoever answers a customer that nobody serves has the ticket; what another has, or was resolved, stays', async () => {
  const tickets = [
    await lab.ticket({ status: 'triage' }),
    await lab.ticket({ status: 'open', assigneeId: beto.memberId }),
    await lab.ticket({ status: 'resolved' }),
  ];
  // Of the lab, a ticket and its conversation have one id.
  for (const id of tickets) await lab.within((tx) => takeUp(ana.ctx, tx, ana.memberId, id));
  expect(await Promise.all(tickets.map(see))).toMatchObject([
    { status: 'open', assigneeId: ana.memberId, floor: 'person' },
    { status: 'open', assigneeId: beto.memberId },
    { status: 'resolved', assigneeId: null },
  ]);
});

test('what somebody had who works here no more waits in its queue, snoozed or not', async () => {
  const leaver = await lab.member('Quem saiu');
  const assigneeId = leaver.memberId;
  const tickets = [
    await lab.ticket({ status: 'open', assigneeId }),
    await lab.ticket({ status: 'snoozed', assigneeId }),
  ];
  expect(await lab.within((tx) => releaseAllOf(boss.ctx, tx, assigneeId))).toBe(2);
  expect(await Promise.all(tickets.map(see))).toMatchObject([
    { status: 'queued', assigneeId: null },
    { status: 'queued', assigneeId: null, snoozedUntil: null },
  ]);
});

const settings = sql('test/ticket-settings', 'update workspaces set settings = $1');

test('a company may ask for a reason, and may keep the bot silent after a ticket is resolved', async () => {
  const own = await testLine(line.ctx);
  const there = ticketLab(own);
  const dora = await there.member('Dora');
  await there.within((tx) => tx.run(settings, ['{"requireResolveReason":true,"botAfterResolve":false}']));
  const ticketId = await there.ticket({ status: 'open', assigneeId: dora.memberId });
  expect((await faultOf(does(dora, ticketId, { do: 'resolve' }))).code).toBe('invalid_input');
  await does(dora, ticketId, { do: 'resolve', reason: 'Trocado' });
  const after = await there.within((tx) => getTicket(own.ctx, tx, dora, { ticketId }));
  expect(after).toMatchObject({ status: 'resolved', resolveReason: 'Trocado', floor: 'person' });
});

test('a snoozed ticket is back at its time, once, whoever sweeps; one changed meanwhile is left alone', async () => {
  const until = new Date(clock.now().getTime() + HOUR);
  const [held, free, resolved] = [
    await lab.ticket({ status: 'open', assigneeId: ana.memberId }),
    await lab.ticket(),
    await lab.ticket(),
  ];
  for (const [who, id] of [[ana, held] as const, [beto, free] as const, [beto, resolved] as const])
    await does(who, id, { do: 'snooze', until });
  await does(beto, resolved, { do: 'resolve' });
  expect(await wakeSnoozed(line.ctx)).toBe(0);
  clock.go(HOUR);
  const sweeps = await Promise.all([wakeSnoozed(line.ctx), wakeSnoozed(line.ctx), wakeSnoozed(line.ctx)]);
  expect(sweeps.reduce((sum, woken) => sum + woken)).toBe(2);
  expect(await Promise.all([held, free, resolved].map(see))).toMatchObject([
    { status: 'open', assigneeId: ana.memberId },
    { status: 'queued' },
    { status: 'resolved' },
  ]);
  expect((await told(held)).map((event) => event.kind)).toEqual(['snoozed', 'woken']);
  const past = does(ana, held, { do: 'snooze', until: clock.now() });
  expect((await faultOf(past)).code).toBe('invalid_input');
});

test('a note mentions only who sees the ticket; it is edited and deleted by its author, and its text is gone then', async () => {
  const own = await department('Jurídico');
  const outside = await lab.member('Fora', { sees: [] });
  const ticketId = await lab.ticket({ departmentId: own.id });
  const write = (who: Member, text: string, mentions: string[] = []) =>
    lab.within((tx) => addNote(who.ctx, tx, who, { ticketId, text, mentions }));
  expect((await faultOf(write(ana, 'Veja isto', [outside.memberId]))).code).toBe('target_unavailable');
  const note = await write(ana, 'Veja isto', [boss.memberId]);
  expect(note.mentions).toEqual([{ id: boss.memberId, name: 'Chefe' }]);
  const edit = (who: Member) =>
    lab.within((tx) => editNote(who.ctx, tx, who, { noteId: note.id, text: 'Veja já', mentions: [] }));
  expect((await faultOf(edit(beto))).code).toBe('not_found');
  expect(await edit(ana)).toMatchObject({ text: 'Veja já', editedAt: clock.now().toISOString() });
  expect((await told(ticketId)).map(({ kind, note: of }) => [kind, of?.text])).toEqual([
    ['note_added', 'Veja já'],
    ['note_edited', 'Veja já'],
  ]);
  const remove = (who: Member) => lab.within((tx) => deleteNote(who.ctx, tx, who, note.id));
  expect((await faultOf(remove(beto))).code).toBe('not_found');
  await remove(ana);
  expect((await told(ticketId)).map(({ kind, note: of }) => [kind, of?.text])).toEqual([
    ['note_added', null],
    ['note_edited', null],
    ['note_deleted', null],
  ]);
  const left = await lab.within((tx) => listNotes(line.ctx, tx, boss, { ticketId }));
  expect(left.notes).toEqual([]);
});

const mentioned = sql(
  'test/mentioned',
  `select data->'mentions' as mentions from ledger where type = 'note.added' and data->>'ticketId' = $1`,
);
const texts = sql('test/ledger-texts', 'select string_agg(data::text, chr(32)) as all from ledger');

test('the ledger tells whom a note mentions, and holds no text', async () => {
  const ticketId = await lab.ticket();
  const note = { ticketId, text: 'Segredo da casa', mentions: [beto.memberId] };
  await lab.within((tx) => addNote(ana.ctx, tx, ana, note));
  await does(ana, ticketId, { do: 'transfer', memberId: beto.memberId, reason: 'Motivo reservado' });
  await does(ana, ticketId, { do: 'set-subject', subject: 'Assunto reservado' });
  expect(await lab.within((tx) => tx.rows(mentioned, [ticketId]))).toEqual([{ mentions: [beto.memberId] }]);
  const all = await lab.within((tx) => tx.one<{ all: string }>(texts));
  expect(all?.all).not.toMatch(/Segredo|reservado|Ana/);
});

test('the tickets of an archived department move, or stay and are seen; those of a queue stay in the department', async () => {
  const [old, next] = [await department('Antigo'), await department('Novo')];
  const queue = await lab.within((tx) => createQueue(line.ctx, tx, { departmentId: next.id, name: 'Balcão' }));
  const ticketId = await lab.ticket({ departmentId: old.id });
  await lab.within((tx) => archiveDepartment(boss.ctx, tx, old.id));
  expect(await lab.within((tx) => leavePlace(boss.ctx, tx, { departmentId: old.id, moveTo: null }))).toBe(0);
  expect(await see(ticketId)).toMatchObject({ departmentId: old.id });
  expect(await lab.within((tx) => leavePlace(boss.ctx, tx, { departmentId: old.id, moveTo: next.id }))).toBe(1);
  expect(await told(ticketId)).toMatchObject([{ kind: 'transferred', to: { department: { name: 'Novo' } } }]);
  await does(ana, ticketId, { do: 'transfer', queueId: queue.id, reason: 'Balcão' });
  await lab.within((tx) => leavePlace(boss.ctx, tx, { queueId: queue.id }));
  expect(await see(ticketId)).toMatchObject({ departmentId: next.id, queueId: null });
  await lab.within((tx) => archiveDepartment(boss.ctx, tx, next.id));
  expect(await lab.within((tx) => listQueues(line.ctx, tx, false))).not.toContainEqual(
    expect.objectContaining({ id: queue.id }),
  );
});
