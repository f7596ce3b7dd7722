import { createDice, type Dice, uuidAt } from './dice.ts';
import { familyNames, firstNames } from './vocabulary.ts';

export interface Size {
  readonly contacts: number;
  readonly tickets: number;
  readonly messages: number;
}

export interface Talk {
  readonly id: string;
  readonly contact: number;
  readonly channel: number;
  readonly bornAt: number;
  seq: number;
  unread: number;
  lastId: string | null;
  lastAt: number;
  lastInAt: number;
}

export interface Ticket {
  readonly id: string;
  readonly talk: number;
  readonly openedAt: number;
  readonly messages: number;
  readonly resolved: boolean;
  readonly department: number;
  readonly member: number;
  lastAt: number;
}

/** Ids and times of a whole company, in memory; its rows are made from them while they are copied. */
export interface Company {
  readonly workspaceId: string;
  readonly seed: number;
  readonly now: number;
  readonly contactIds: readonly string[];
  readonly contactBornAt: Float64Array;
  readonly talks: readonly Talk[];
  /** By the time they were opened. */
  readonly tickets: readonly Ticket[];
}

const DAY = 86_400_000;
const YEAR = 360 * DAY;
const TALKS_PER_TICKET = 0.65;
const UNRESOLVED = 0.1;
export const CHANNELS = 4;
export const DEPARTMENTS = 8;
export const MEMBERS = 40;

export function planCompany(workspaceId: string, size: Size, now: number, seed: number): Company {
  const dice = createDice(seed);
  const contactBornAt = new Float64Array(size.contacts);
  const contactIds: string[] = [];
  for (let n = 0; n < size.contacts; n++) {
    const at = now - YEAR + ((n + dice.next()) / size.contacts) * (YEAR - DAY);
    contactBornAt[n] = at;
    contactIds.push(uuidAt(dice, at));
  }
  const talks = planTalks(dice, size, contactBornAt);
  const tickets = planTickets(dice, size, talks, now);
  return { workspaceId, seed, now, contactIds, contactBornAt, talks, tickets };
}

function planTalks(dice: Dice, size: Size, bornAt: Float64Array): Talk[] {
  const count = Math.min(size.contacts, Math.ceil(size.tickets * TALKS_PER_TICKET));
  return Array.from({ length: count }, (_, n) => {
    const contact = Math.floor((n / count) * size.contacts);
    const at = (bornAt[contact] ?? 0) + 1000;
    const talk = { contact, channel: Math.min(dice.below(CHANNELS + 2), CHANNELS - 1), bornAt: at, seq: 0, unread: 0 };
    return { ...talk, id: uuidAt(dice, at), lastId: null, lastAt: 0, lastInAt: 0 };
  });
}

function planTickets(dice: Dice, size: Size, talks: readonly Talk[], now: number): Ticket[] {
  const unresolved = Math.min(Math.floor(size.tickets * UNRESOLVED), talks.length);
  const each = size.messages / size.tickets;
  const make = (talk: number, openedAt: number, resolved: boolean): Ticket => ({
    id: uuidAt(dice, openedAt),
    talk,
    openedAt,
    // Most are short, a few very long.
    messages: Math.max(2, Math.round(each * 0.2 + each * 0.8 * -Math.log(1 - dice.next()))),
    resolved,
    department: dice.below(DEPARTMENTS),
    member: Math.floor(MEMBERS * dice.next() ** 1.5),
    lastAt: openedAt,
  });
  const tickets: Ticket[] = [];
  for (let n = 0; n < size.tickets - unresolved; n++) {
    // Every talk has one; of the rest a few people have most.
    const talk = n < talks.length ? n : Math.floor(talks.length * dice.next() ** 3);
    const born = talks[talk]?.bornAt ?? now;
    tickets.push(make(talk, born + dice.next() * Math.max(DAY, now - 20 * DAY - born), true));
  }
  const step = talks.length / unresolved;
  for (let n = 0; n < unresolved; n++)
    tickets.push(make(Math.floor(n * step), now - 15 * DAY * dice.next() ** 3 - 600_000, false));
  return tickets.sort((a, b) => a.openedAt - b.openedAt);
}

export function personName(dice: Dice): string {
  const first = dice.pickCommon(firstNames);
  const second = dice.next() < 0.15 ? ` ${dice.pickCommon(firstNames)}` : '';
  const names = dice.next() < 0.6 ? 2 : 1;
  let family = '';
  for (let n = 0; n < names; n++) family += ` ${dice.next() < 0.1 ? 'de ' : ''}${dice.pickCommon(familyNames)}`;
  return `${first}${second}${family}`;
}
