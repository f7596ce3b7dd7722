import { foldText, wordsOf } from '@balcao/core/search';
import { formatPhone, phoneVariants } from '@balcao/kernel';
import { type Company, personName, type Ticket } from './company.ts';
import type { Cell } from './copy-in.ts';
import { createDice, type Dice, uuidAt } from './dice.ts';
import { ddds, products, said } from './vocabulary.ts';

const iso = (ms: number): string => new Date(ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Places {
  readonly channels: readonly string[];
  readonly departments: readonly string[];
  readonly members: readonly string[];
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

export const contactColumns =
  'workspace_id id name profile_name created_at updated_at tag_ids fields opt_in blocked_at'.split(' ');
export function* contactRows(company: Company, places: Places): Generator<Cell[]> {
  const dice = createDice(company.seed + 1);
  for (const [n, id] of company.contactIds.entries()) {
    const at = iso(company.contactBornAt[n] ?? 0);
    const name = personName(dice);
    const tags = dice.next() < 0.25 ? `{${dice.pickCommon(places.tags)}}` : '{}';
    const fields =
      dice.next() < 0.2 ? JSON.stringify({ [places.fields[0] ?? '']: dice.pick(['varejo', 'atacado']) }) : '{}';
    const profile = dice.next() < 0.04 ? '🌻🌻' : dice.next() < 0.3 ? (name.split(' ')[0] ?? name) : name;
    const optIn = dice.next() < 0.6 ? 'in' : dice.next() < 0.02 ? 'out' : 'unknown';
    yield [
      company.workspaceId,
      id,
      dice.next() < 0.3 ? name : null,
      profile,
      at,
      at,
      tags,
      fields,
      optIn,
      dice.next() < 0.002 ? at : null,
    ];
  }
}

/** Every number once: the place of the contact is in it. */
function waIdOf(dice: Dice, n: number): string {
  const ddd = ddds[n % ddds.length] ?? '11';
  const line = 6_000_0000 + ((n * 7_919 + 13) % 4_000_0000);
  return `55${ddd}${dice.next() < 0.5 ? '9' : ''}${line}`;
}

export const identityColumns =
  'workspace_id id contact_id kind key value e164 digits reason first_seen_at last_seen_at'.split(' ');
export function* identityRows(company: Company): Generator<Cell[]> {
  const dice = createDice(company.seed + 2);
  for (const [n, contactId] of company.contactIds.entries()) {
    const ms = company.contactBornAt[n] ?? 0;
    const waId = waIdOf(dice, n);
    const [withNine = waId, key = waId] = phoneVariants(`+${waId}`);
    const digits = `${withNine} ${key}`;
    yield [
      company.workspaceId,
      uuidAt(dice, ms),
      contactId,
      'phone',
      key,
      waId,
      `+${withNine}`,
      digits,
      'first_seen',
      iso(ms),
      iso(ms),
    ];
  }
}

interface Line {
  readonly id: string;
  readonly ticket: Ticket;
  readonly ms: number;
  readonly inbound: boolean;
  readonly body: string;
}

const total = said.reduce((sum, [weight]) => sum + weight, 0);
function textOf(dice: Dice): string {
  let left = dice.next() * total;
  const line = said.find(([weight]) => (left -= weight) < 0)?.[1] ?? 'oi';
  if (!line.includes('{')) return line;
  return line.replace(/\{(\w)\}/g, (_, slot) =>
    slot === 'n'
      ? `PED${100_000 + dice.below(900_000)}`
      : slot === 'p'
        ? dice.pick(products)
        : slot === 'v'
          ? `${dice.below(900) + 10},90`
          : String(1 + dice.below(30)),
  );
}

/** In the order of time over all talks, as they come in life: a talk's messages lie far apart on the disk. */
function* lines(company: Company): Generator<Line> {
  const dice = createDice(company.seed + 3);
  let waiting: Line[] = [];
  let day = company.tickets[0]?.openedAt ?? 0;
  const due = (until: number): Line[] => {
    const now = waiting.filter((line) => line.ms < until).sort((a, b) => a.ms - b.ms);
    waiting = waiting.filter((line) => line.ms >= until);
    return now;
  };
  for (const ticket of company.tickets) {
    while (ticket.openedAt > day + 24 * HOUR) {
      day += 24 * HOUR;
      yield* due(day);
    }
    let ms = ticket.openedAt;
    for (let n = 0; n < ticket.messages && ms < company.now; n++) {
      waiting.push({ id: uuidAt(dice, ms), ticket, ms, inbound: n === 0 || dice.next() < 0.5, body: textOf(dice) });
      ms += dice.next() < 0.9 ? dice.next() * 4 * MINUTE : dice.next() * 5 * HOUR;
    }
  }
  yield* due(Number.POSITIVE_INFINITY);
}

export const messageColumns =
  'workspace_id id conversation_id seq direction origin kind body content status provider_id at created_at sent_at delivered_at read_at author_id'.split(
    ' ',
  );
/** Also tells each talk and ticket what was said last in it. */
export function* messageRows(company: Company, places: Places): Generator<Cell[]> {
  for (const { id, ticket, ms, inbound, body } of lines(company)) {
    const talk = company.talks[ticket.talk];
    if (talk === undefined) continue;
    talk.seq++;
    talk.lastId = id;
    talk.lastAt = ms;
    ticket.lastAt = ms;
    if (inbound) talk.lastInAt = ms;
    talk.unread = inbound && !ticket.resolved ? talk.unread + 1 : 0;
    const at = iso(ms);
    const wamid = `wamid.${id.replaceAll('-', '')}`;
    const base: Cell[] = [company.workspaceId, id, talk.id, talk.seq];
    if (inbound)
      yield [...base, 'in', 'customer', 'text', body, null, 'received', wamid, at, at, null, null, null, null];
    else {
      const content = JSON.stringify({ kind: 'text', text: body });
      const author = places.members[ticket.member % places.members.length] ?? null;
      yield [...base, 'out', 'person', 'text', body, content, 'read', wamid, at, at, at, at, at, author];
    }
  }
}

export const searchColumns = ['workspace_id', 'id', 'conversation_id', 'words'];
export function* searchRows(company: Company): Generator<Cell[]> {
  for (const { id, ticket, body } of lines(company))
    yield [company.workspaceId, id, company.talks[ticket.talk]?.id ?? null, wordsOf(body).join(' ')];
}

export const talkColumns =
  'workspace_id id channel_id contact_id wa_id floor last_seq unread last_inbound_at window_until last_message_id last_message_at created_at'.split(
    ' ',
  );
export function* talkRows(company: Company, places: Places): Generator<Cell[]> {
  const dice = createDice(company.seed + 2);
  let contact = 0;
  let waId = waIdOf(dice, 0);
  for (const talk of company.talks) {
    for (; contact < talk.contact; contact++) {
      uuidAt(dice, 0); // the same throws as identityRows
      waId = waIdOf(dice, contact + 1);
    }
    const lastIn = talk.lastInAt === 0 ? null : iso(talk.lastInAt);
    const until = talk.lastInAt === 0 ? null : iso(talk.lastInAt + 24 * HOUR);
    const [channel, person] = [places.channels[talk.channel] ?? null, company.contactIds[talk.contact] ?? null];
    yield [
      company.workspaceId,
      talk.id,
      channel,
      person,
      waId,
      'person',
      talk.seq,
      talk.unread,
      lastIn,
      until,
      talk.lastId,
      talk.lastId === null ? null : iso(talk.lastAt),
      iso(talk.bornAt),
    ];
  }
}

const subjects = [
  'Entrega atrasada',
  'Troca de produto',
  'Segunda via de boleto',
  'Orçamento',
  'Agendamento',
  'Reclamação',
  'Cancelamento',
];
export const protocolOf = (ticket: Ticket, n: number): string =>
  `${iso(ticket.openedAt).slice(0, 10).replaceAll('-', '')}${String(n + 1).padStart(6, '0')}`;
const subjectOf = (n: number): string | null => (n % 5 === 0 ? (subjects[(n / 5) % subjects.length] ?? null) : null);

export const ticketColumns =
  'workspace_id id conversation_id contact_id channel_id protocol status priority subject department_id assignee_id tag_ids opened_at queued_at assigned_at first_reply_at snoozed_until resolved_at resolve_reason last_message_at updated_at'.split(
    ' ',
  );
export function* ticketRows(company: Company, places: Places): Generator<Cell[]> {
  const dice = createDice(company.seed + 4);
  for (const [n, ticket] of company.tickets.entries()) {
    const talk = company.talks[ticket.talk];
    const opened = iso(ticket.openedAt);
    const last = iso(ticket.lastAt);
    const status = ticket.resolved
      ? 'resolved'
      : dice.pick(['triage', 'queued', 'queued', 'open', 'open', 'open', 'waiting', 'snoozed']);
    const placed = status !== 'triage';
    const held = placed && status !== 'queued';
    yield [
      ...[
        company.workspaceId,
        ticket.id,
        talk?.id ?? null,
        company.contactIds[talk?.contact ?? 0] ?? null,
        places.channels[talk?.channel ?? 0] ?? null,
      ],
      ...[protocolOf(ticket, n), status, dice.next() < 0.1 ? 2 : 1, subjectOf(n)],
      placed ? (places.departments[ticket.department] ?? null) : null,
      held ? (places.members[ticket.member % places.members.length] ?? null) : null,
      dice.next() < 0.2 ? `{${dice.pickCommon(places.tags)}}` : '{}',
      ...[opened, placed ? opened : null, held ? opened : null, held ? opened : null],
      status === 'snoozed' ? iso(company.now + 48 * HOUR) : null,
      ...[ticket.resolved ? last : null, ticket.resolved ? 'Resolvido' : null, last, last],
    ];
  }
}

export const ticketSearchColumns = ['workspace_id', 'ticket_id', 'text'];
export function* ticketSearchRows(company: Company): Generator<Cell[]> {
  for (const [n, ticket] of company.tickets.entries())
    yield [company.workspaceId, ticket.id, `${protocolOf(ticket, n)} ${foldText(subjectOf(n) ?? '')}`.trim()];
}

export const eventColumns = 'workspace_id id ticket_id at kind actor_kind actor_id status data'.split(' ');
export function* eventRows(company: Company, places: Places): Generator<Cell[]> {
  const dice = createDice(company.seed + 5);
  for (const ticket of company.tickets) {
    const member = places.members[ticket.member % places.members.length] ?? null;
    const told: [number, string, string, Cell, string][] = [
      [ticket.openedAt, 'opened', 'system', null, 'queued'],
      [ticket.openedAt + MINUTE, 'assigned', 'person', member, 'open'],
    ];
    if (ticket.resolved) told.push([ticket.lastAt + MINUTE, 'resolved', 'person', member, 'resolved']);
    for (const [ms, kind, by, who, status] of told)
      yield [company.workspaceId, uuidAt(dice, ms), ticket.id, iso(ms), kind, by, who, status, '{}'];
  }
}

/** Numbers of the company's people, to ask for: any spelling. */
export function somePhones(company: Company, count: number): string[] {
  const dice = createDice(company.seed + 2);
  const found: string[] = [];
  for (let n = 0; n < company.contactIds.length && found.length < count; n++) {
    const waId = waIdOf(dice, n);
    uuidAt(dice, 0);
    if (n % 97 === 0) found.push(formatPhone(`+${waId}`));
  }
  return found;
}
