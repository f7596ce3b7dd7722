import fc from 'fast-check';
import { expect, test } from 'vitest';
import { belongs } from './belongs.ts';
import type { InboxItem, InboxPage, InboxPages, InboxQuestion } from './inbox-question.ts';
import { comparePlaces, placeOf } from './place-of.ts';
import { dropItem, putItem } from './put-item.ts';

const me = 'm1';
const PAGE = 3;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute)).toISOString();

function itemOf(number: number, change: Partial<InboxItem> = {}): InboxItem {
  return {
    ticketId: `t${number}`,
    conversationId: `c${number}`,
    contactId: `p${number}`,
    channelId: 'w1',
    protocol: `20261121-${number}`,
    status: 'open',
    priority: 'normal',
    subject: null,
    departmentId: null,
    queueId: null,
    teamId: null,
    assigneeId: me,
    tagIds: [],
    unread: 0,
    lastMessageAt: at(number),
    lastMessage: null,
    contact: { name: `Cliente ${number}`, phone: null },
    floor: 'person',
    windowUntil: null,
    snoozedUntil: null,
    openedAt: at(0),
    queuedAt: null,
    assignedAt: null,
    resolvedAt: null,
    ...change,
  };
}

/** The server: every item, sorted and cut as inbox.list does. */
const answer = (all: readonly InboxItem[], question: InboxQuestion) =>
  all.filter((item) => belongs(item, question, me, [])).sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));

function read(all: readonly InboxItem[], question: InboxQuestion, count: number): InboxPages {
  const sorted = answer(all, question);
  const pages: InboxPage[] = [];
  for (let page = 0; page < count; page++) {
    const items = sorted.slice(page * PAGE, (page + 1) * PAGE);
    const last = items.at(-1);
    const goesOn = sorted.length > (page + 1) * PAGE && last !== undefined;
    pages.push({ items, next: goesOn ? `${page}` : null, bound: goesOn ? placeOf(last) : null });
    if (!goesOn) break;
  }
  return { pages, pageParams: pages.map(() => undefined) };
}

const shown = (pages: InboxPages) => pages.pages.flatMap((page) => page.items);

const question = fc.constantFrom<InboxQuestion>(
  { view: 'mine' },
  { view: 'unassigned' },
  { view: 'all', unread: 'true' },
  { view: 'resolved' },
  { view: 'all', assigneeId: 'm2' },
);
const change = fc.record({
  number: fc.integer({ min: 1, max: 12 }),
  minute: fc.integer({ min: 0, max: 59 }),
  assigneeId: fc.constantFrom(me, 'm2', null),
  status: fc.constantFrom('open', 'queued', 'resolved', 'snoozed', 'triage'),
  unread: fc.constantFrom(0, 2),
});

test('an old list with every event laid over it is the list that would be read now, as far down as it was read', () => {
  fc.assert(
    fc.property(
      question,
      fc.integer({ min: 1, max: 3 }),
      fc.array(change, { maxLength: 30 }),
      (asked, count, changes) => {
        const all = new Map(Array.from({ length: 10 }, (_, n) => [`t${n + 1}`, itemOf(n + 1)]));
        let pages = read([...all.values()], asked, count);
        const bound = pages.pages.at(-1)?.bound ?? null;
        for (const { number, minute, ...rest } of changes) {
          const item = itemOf(number, {
            ...rest,
            lastMessageAt: at(minute),
            resolvedAt: rest.status === 'resolved' ? at(minute) : null,
          });
          all.set(item.ticketId, item);
          pages = belongs(item, asked, me, []) ? putItem(pages, item) : dropItem(pages, item.ticketId);
        }
        const fresh = answer([...all.values()], asked).filter(
          (item) => bound === null || comparePlaces(placeOf(item), bound) <= 0,
        );
        expect(shown(pages).map((item) => item.ticketId)).toEqual(fresh.map((item) => item.ticketId));
        expect(shown(pages)).toEqual(fresh);
      },
    ),
    { numRuns: 300 },
  );
});

test('a saved view chooses by its own filter, and one that is not known is asked of the server', () => {
  const view = { id: 'v1', name: 'Urgentes', shared: true, mine: true, filter: { priorities: ['urgent' as const] } };
  const urgent = itemOf(1, { priority: 'urgent' });
  expect(belongs(urgent, { view: 'v1' }, me, [view])).toBe(true);
  expect(belongs(itemOf(2), { view: 'v1' }, me, [view])).toBe(false);
  expect(belongs({ ...urgent, status: 'resolved' }, { view: 'v1' }, me, [view])).toBe(false);
  expect(belongs(urgent, { view: 'v2' }, me, [view])).toBeUndefined();
});
