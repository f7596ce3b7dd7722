import { sql, type Tx } from '@balcao/db';
import { type LabMember as Member, type NewTicket, type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { followMerge, merge, undoMerge } from '../../contacts/index.ts';
import { type JoinedConversations, joinConversations, partConversations } from '../../conversations/index.ts';
import { actOnOne } from '../acting/act.ts';
import { getTicket } from '../inbox/get-ticket.ts';
import { type FollowedTickets, followContact } from './follow-contact.ts';
import { partContact } from './part-contact.ts';

let line: TestLine;
let lab: ReturnType<typeof ticketLab>;
let ana: Member;
beforeAll(async () => {
  line = await testLine(await testCtx());
  lab = ticketLab(line);
  ana = await lab.member('Ana', { mayAssign: true });
});

const EARLY = new Date('2026-11-20T10:00:00Z');
const LATE = new Date('2026-11-20T11:00:00Z');

async function join(tx: Tx, from: string, into: string): Promise<string> {
  const merged = await merge(tx, line.ctx, { from, into });
  const conversations = await joinConversations(line.ctx, tx, merged);
  const tickets = await followContact(line.ctx, tx, merged, conversations);
  await followMerge(tx, merged.mergeId, { conversations, tickets });
  return merged.mergeId;
}

async function undo(tx: Tx, mergeId: string): Promise<void> {
  const { restored, followed } = await undoMerge(tx, line.ctx, mergeId);
  const joined = followed['conversations'] as JoinedConversations; // as join wrote it
  await partConversations(line.ctx, tx, restored, joined);
  await partContact(line.ctx, tx, restored, followed['tickets'] as FollowedTickets, joined);
}

// Of the lab, a ticket, its conversation and its contact have one id.
const rows = sql(
  'test/tickets-of-merge',
  `select id, status, conversation_id as conversation, contact_id as contact, resolve_reason as reason, assignee_id as assignee
   from tickets where id = any($1::uuid[]) order by opened_at`,
);
const look = (...ids: string[]) => lab.within((tx) => tx.rows<Record<string, unknown>>(rows, [ids]));
const pair = async (gone: NewTicket, kept: NewTicket) => [await lab.ticket(gone), await lab.ticket(kept)] as const;

test.each([
  ['the older one is of the contact that is gone', EARLY, LATE],
  ['the older one is of the contact that stays', LATE, EARLY],
])('two unresolved tickets become one: %s; the undo has both as they were', async (_, goneAt, keptAt) => {
  const [gone, kept] = await pair(
    { status: 'open', assigneeId: ana.memberId, at: goneAt },
    { status: 'waiting', assigneeId: ana.memberId, at: keptAt },
  );
  const before = await look(gone, kept);
  const mergeId = await lab.within((tx) => join(tx, gone, kept));
  const [older, younger] = await look(gone, kept);
  expect(older).toMatchObject({ conversation: kept, contact: kept, reason: null });
  expect(older?.['status']).toBe(goneAt === EARLY ? 'open' : 'waiting');
  expect(younger).toMatchObject({ status: 'resolved', contact: kept, reason: 'merged' });
  await lab.within((tx) => undo(tx, mergeId));
  expect(await look(gone, kept)).toEqual(before);
});

test('a ticket of people goes over to the conversation where the bot had the word, and people have it', async () => {
  const [gone, kept] = await pair({ status: 'queued', unread: 2 }, { status: 'triage', unread: 1 });
  await lab.within((tx) => actOnOne(ana.ctx, tx, ana, kept, { do: 'resolve' }));
  await lab.within((tx) => join(tx, gone, kept));
  const moved = await lab.within((tx) => getTicket(line.ctx, tx, ana, { ticketId: gone }));
  expect(moved).toMatchObject({ conversationId: kept, contactId: kept, status: 'queued', floor: 'person', unread: 3 });
});

test('what was done with the merged ticket since stays done', async () => {
  const [gone, kept] = await pair({ status: 'open', at: LATE }, { status: 'open', at: EARLY });
  const mergeId = await lab.within((tx) => join(tx, gone, kept));
  await lab.within((tx) => actOnOne(ana.ctx, tx, ana, kept, { do: 'resolve', reason: 'Feito' }));
  await lab.within((tx) => undo(tx, mergeId));
  expect(await look(gone, kept)).toMatchObject([
    { id: kept, status: 'resolved', reason: 'Feito', contact: kept },
    { id: gone, status: 'open', contact: gone, conversation: gone },
  ]);
});
