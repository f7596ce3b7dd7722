import { sql, type Tx, withWorkspace } from '@balcao/db';
import { systemClock } from '@balcao/kernel';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { followMerge, identify, merge } from '../contacts/index.ts';
import { joinConversations, openOrResume } from './index.ts';

let line: TestLine;
beforeAll(async () => {
  line = await testLine(await testCtx());
});

let phones = 0;
const person = async () => {
  const waId = `55119${String(70_000_000 + ++phones)}`;
  const { people } = await withWorkspace(line.ctx, (tx) => identify(tx, line.ctx, [{ waId }]));
  return { contactId: people[0]?.contactId as string, waId };
};
type Person = Awaited<ReturnType<typeof person>>;

const open = async (tx: Tx, { contactId, waId }: Person) =>
  (await openOrResume(line.ctx, tx, line.channel.id, [{ contactId, waId }])).get(contactId) as string;

async function join(tx: Tx, from: Person, into: Person): Promise<void> {
  const merged = await merge(tx, line.ctx, { from: from.contactId, into: into.contactId });
  await followMerge(tx, merged.mergeId, { conversations: await joinConversations(line.ctx, tx, merged) });
}

const ofContact = (contactId: string) =>
  withWorkspace(line.ctx, (tx) =>
    tx.rows<{ id: string }>(
      sql('test/of-contact', 'select id from conversations where contact_id = $1 and merged_into is null'),
      [contactId],
    ),
  );

test('a talk with somebody who was merged while the message was on its way is opened with whom they are now', async () => {
  const [gone, kept] = [await person(), await person()];
  const merging = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const joining = withWorkspace(line.ctx, async (tx) => {
    await join(tx, gone, kept);
    merging.resolve();
    await done.promise;
  });
  await merging.promise;
  const opening = withWorkspace(line.ctx, (tx) => open(tx, gone));
  await systemClock.sleep(100); // long enough for it to have read what the merge has not committed yet
  done.resolve();
  await joining;
  const id = await opening;
  expect(await ofContact(kept.contactId)).toEqual([{ id }]);
  expect(await ofContact(gone.contactId)).toEqual([]);
});

test('a merge waits for a talk that is being opened, and takes it along', async () => {
  const [gone, kept] = [await person(), await person()];
  const opened = Promise.withResolvers<string>();
  const done = Promise.withResolvers<void>();
  const opening = withWorkspace(line.ctx, async (tx) => {
    opened.resolve(await open(tx, gone));
    await done.promise;
  });
  const conversationId = await opened.promise;
  const joining = withWorkspace(line.ctx, (tx) => join(tx, gone, kept));
  await systemClock.sleep(100);
  done.resolve();
  await Promise.all([opening, joining]);
  expect(await ofContact(kept.contactId)).toEqual([{ id: conversationId }]);
});

test('twenty at once open one talk', async () => {
  const somebody = await person();
  const ids = await Promise.all(Array.from({ length: 20 }, () => withWorkspace(line.ctx, (tx) => open(tx, somebody))));
  expect(new Set(ids).size).toBe(1);
});
