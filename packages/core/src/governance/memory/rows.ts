import { sql, type Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { allIdsOf, type HistoryEyes } from '../../contacts/index.ts';
import type { Bot } from '../settings/types.ts';

export type MemoryKind = 'name' | 'preference' | 'field' | 'fact' | 'summary';

/** One thing known of a person. */
export interface Known {
  /** Null: it is kept elsewhere (the contact itself, a ticket), so it is not forgotten one by one. */
  readonly id: string | null;
  readonly kind: MemoryKind;
  /** What it is about: a field's name, a ticket's protocol. */
  readonly about: string;
  readonly text: string;
  readonly at: Date;
}

interface Person {
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly updatedAt: Date;
}

// Indexes: contacts_pkey, bot_forgotten_pkey, bot_memories_one, tickets_of_contact, bot_handoffs_of_ticket.
const person = sql(
  'governance/known-person',
  `select coalesce(name, profile_name) as name, fields, updated_at as "updatedAt" from contacts where id = $1`,
);
const forgotten = sql(
  'governance/forgotten-at',
  'select max(at) as at from bot_forgotten where contact_id = any($1::uuid[])',
);
const fieldNames = sql(
  'governance/fields-for-bot',
  'select id, name from contact_fields where id = any($1::uuid[]) and archived_at is null order by position, id',
);
const remembered = sql(
  'governance/remembered',
  `select id, kind, key as about, text, updated_at as at from bot_memories
    where contact_id = any($1::uuid[]) and updated_at > $2 and kind <> 'summary' order by kind desc, updated_at desc limit 60`,
);
const lastTickets = sql(
  'governance/last-tickets',
  `select t.protocol, t.opened_at as at, t.subject, t.resolve_reason as "reason", t.status,
          (select m.text from bot_memories m where m.workspace_id = t.workspace_id and m.contact_id = t.contact_id and m.kind = 'summary' and m.key = t.id::text) as own,
          (select m.id from bot_memories m where m.workspace_id = t.workspace_id and m.contact_id = t.contact_id and m.kind = 'summary' and m.key = t.id::text) as "ownId",
          (select h.summary from bot_handoffs h where h.workspace_id = t.workspace_id and h.ticket_id = t.id order by h.id desc limit 1) as handoff
     from tickets t where t.contact_id = any($1::uuid[]) and t.status = 'resolved' and t.opened_at > $2
      and ($4::uuid[] is null or t.department_id = any ($4::uuid[]) or t.assignee_id = $5::uuid
            or (t.department_id is null and (t.team_id is null or t.team_id = any ($4::uuid[]))))
    order by t.id desc limit $3`,
);

interface TicketRow {
  readonly protocol: string;
  readonly at: Date;
  readonly subject: string | null;
  readonly reason: string | null;
  readonly own: string | null;
  readonly ownId: string | null;
  readonly handoff: string | null;
}

const DAY_MS = 86_400_000;
const LONG_AGO = new Date(0);

/** The bot's own, and the customer's. */
const everything: HistoryEyes = { departments: null, memberId: null };

/** All that the bot may know of a person, what matters most first. Nothing from before they had it erased, nor older than the company keeps it. */
export async function knownOf(
  tx: Tx,
  bot: Bot,
  contactId: string,
  now: Date,
  eyes: HistoryEyes = everything,
): Promise<Known[]> {
  const ids = await allIdsOf(tx, contactId);
  const { memory } = bot;
  const who = await tx.one<Person>(person, [ids[0]]);
  if (who === undefined) throw new Fault('not_found', `there is no contact "${contactId}"`);
  const name: Known[] =
    who.name === null ? [] : [{ id: null, kind: 'name', about: '', text: who.name, at: who.updatedAt }];
  if (!memory.on) return name;
  const erasedAt = (await tx.one<{ at: Date | null }>(forgotten, [ids]))?.at ?? null;
  const since = new Date(Math.max((erasedAt ?? LONG_AGO).getTime(), now.getTime() - memory.keepDays * DAY_MS));
  const [fields, told, tickets] = await Promise.all([
    // Who had it erased did not have the company's own card changed; the bot does not read it any more.
    erasedAt === null ? tx.rows<{ id: string; name: string }>(fieldNames, [memory.fieldIds]) : [],
    tx.rows<Known>(remembered, [ids, since]),
    tx.rows<TicketRow>(lastTickets, [ids, since, memory.tickets, eyes.departments, eyes.memberId]),
  ]);
  return [
    ...name,
    ...told.filter(({ kind }) => kind === 'preference'),
    ...fields.flatMap(({ id, name: about }): Known[] => {
      const value = who.fields[id];
      const text = typeof value === 'boolean' ? (value ? 'sim' : 'não') : String(value ?? '');
      return text === '' ? [] : [{ id: null, kind: 'field', about, text, at: who.updatedAt }];
    }),
    ...told.filter(({ kind }) => kind === 'fact'),
    ...tickets.flatMap(summaryOf),
  ];
}

function summaryOf({ protocol, at, subject, reason, own, ownId, handoff }: TicketRow): Known[] {
  const text = own ?? handoff ?? [subject, reason].filter((part) => part !== null && part !== '').join(': ');
  return text === '' ? [] : [{ id: ownId, kind: 'summary', about: protocol, text, at }];
}
