import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { belongs } from './belongs.ts';
import type { InboxItem, InboxQuestion, SavedView } from './inbox-question.ts';

/** What the server answered: packages/core/src/tickets/mirrors.test.ts holds these files to it. */
const mirror = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(new URL(`../../../../../tests/mirrors/${name}.json`, import.meta.url), 'utf8'),
  ) as readonly T[]; // our own test wrote it

interface Ticket extends Pick<InboxItem, 'status' | 'priority' | 'unread'> {
  readonly name: string;
  readonly department: string | null;
  readonly assignee: string | null;
  readonly tags: readonly string[];
}
interface Listed {
  readonly question: InboxQuestion;
  readonly filter?: SavedView['filter'];
  readonly listed: readonly string[];
}

const items = mirror<Ticket>('tickets').map(
  ({ name, department, assignee, tags, ...shown }) =>
    ({
      ...shown,
      ticketId: name,
      departmentId: department,
      assigneeId: assignee,
      tagIds: tags,
    }) as unknown as InboxItem, // all that is looked at
);

test('a ticket belongs to a list when the server would list it there, for any view and any filter beside it', () => {
  const all = mirror<Listed>('lists');
  expect(all.length).toBeGreaterThan(100);
  for (const { question, filter, listed } of all) {
    const views = filter === undefined ? [] : [{ id: 'saved', filter } as SavedView]; // what is looked at of one
    const ours = items.filter((item) => belongs(item, question, 'ana', views) === true);
    expect(
      ours.map((item) => item.ticketId),
      JSON.stringify({ question, filter }),
    ).toEqual(listed);
  }
});

test('of a view that is not known nothing can be told', () => {
  expect(belongs(items[0] as InboxItem, { view: 'another' }, 'ana', [])).toBeUndefined();
});
