import { type DbCtx, sql, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { findPlace, readThread, type ThreadPage } from './index.ts';
import { threadBefore } from './rows.ts';

const COUNT = 3_000;

/** Half an hour between one message and the next: two months of a talk, over the partitions of each. */
const fill = sql(
  'test/long-talk',
  `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, body, status, provider_id, reply_to, at, created_at)
   select $1, (lpad(to_hex($4::bigint - ($3::int - g) * 1800000::bigint), 12, '0') || '7000' || '8' || lpad(to_hex(g), 15, '0'))::uuid,
     $2::uuid, g, 'in', 'customer', 'text', g::text, 'received', 'w' || $2::uuid::text || g, 'w' || $2::uuid::text || (g - 1), now(), now()
   from generate_series(1, $3::int) g`,
);
const refs = sql(
  'test/long-talk-refs',
  `insert into message_refs (workspace_id, channel_id, provider_id, message_id)
   select workspace_id, $1, provider_id, id from messages where conversation_id = $2`,
);
const pointAt = sql('test/point-at', 'update conversations set merged_into = $2 where id = $1');

let base: DbCtx;
let line: TestLine;
let talk: string;
beforeAll(async () => {
  base = await testCtx();
  line = await testLine(base);
  const lab = ticketLab(line);
  talk = await lab.ticket();
  for (const id of [talk, await lab.ticket(), await lab.ticket()])
    await lab.within(async (tx) => {
      await tx.run(fill, [line.ctx.workspaceId, id, COUNT, Date.now()]);
      await tx.run(refs, [line.channel.id, id]);
    });
});

const read = (page: ThreadPage, conversationId = talk) =>
  withWorkspace(line.ctx, async (tx) => readThread(line.ctx, tx, await findPlace(line.ctx, tx, conversationId), page));
const texts = (thread: Awaited<ReturnType<typeof read>>) => thread.messages.map((one) => Number(one.text));

test('pages go back and forth through a talk, and stand around a message, with none left out', async () => {
  const newest = await read({ limit: 50 });
  expect(texts(newest)).toEqual(Array.from({ length: 50 }, (_, n) => COUNT - n));
  expect(newest).toMatchObject({ older: true, newer: false });
  expect(newest.messages[0]?.quote).toMatchObject({ id: newest.messages[1]?.id, text: String(COUNT - 1) });
  const older = await read({ limit: 50, before: newest.messages.at(-1)?.id });
  expect(texts(older)[0]).toBe(COUNT - 50);
  const back = await read({ limit: 20, after: older.messages[0]?.id });
  expect([texts(back).at(-1), back.newer]).toEqual([COUNT - 49, true]);
  const middle = await read({ limit: 10, around: older.messages[0]?.id });
  expect(texts(middle)).toEqual(Array.from({ length: 10 }, (_, n) => COUNT - 45 - n));
  const first = await read({
    limit: 50,
    before: (await read({ limit: 1, around: middle.messages[0]?.id })).messages[0]?.id,
  });
  expect(first.older).toBe(true);
});

test('a page reads the rows of a page, with a plan for any talk', async () => {
  const params = [line.ctx.workspaceId, [talk], 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51, line.channel.id];
  const explain = sql('test/explain-thread', `explain (analyze, format json) ${threadBefore.text}`);
  const generic = sql('test/generic-plan', 'set local plan_cache_mode = force_generic_plan');
  const [row] = await withWorkspace(line.ctx, async (tx) => {
    await tx.run(generic);
    return await tx.rows<{ 'QUERY PLAN': unknown }>(explain, params);
  });
  const scans = JSON.stringify(row).matchAll(
    /"Relation Name":"messages_[^}]*?"Actual Rows":([\d.]+),"Actual Loops":(\d+)/g,
  );
  const rowsRead = [...scans].reduce((sum, [, rows, loops]) => sum + Number(rows) * Number(loops), 0);
  expect(rowsRead).toBeGreaterThan(50);
  expect(rowsRead).toBeLessThan(200);
});

test('what was said before two talks became one is read with them, whichever is asked for', async () => {
  const lab = ticketLab(line);
  const [kept, gone] = [await lab.ticket(), await lab.ticket()];
  await lab.within(async (tx) => {
    await tx.run(fill, [line.ctx.workspaceId, kept, 3, Date.now()]);
    await tx.run(fill, [line.ctx.workspaceId, gone, 2, Date.now() - 60_000]);
    await tx.run(pointAt, [gone, kept]);
  });
  for (const id of [kept, gone]) expect(texts(await read({ limit: 50 }, id))).toEqual([3, 2, 2, 1, 1]);
  await expect(read({ limit: 50 }, base.ids.uuid())).rejects.toMatchObject({ code: 'not_found' });
});
