import { type DbCtx, sql, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine, ticketLab } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { list, queueReply, withdrawReplies } from '../messages/index.ts';
import { claim } from './claim.ts';

const WORKER = '01900000-0000-7000-8000-000000000001';
const putBack = sql('test/put-back', `update outbox set state = 'queued', claimed_by = null where message_id = $1`);

let base: DbCtx;
let line: TestLine;
beforeAll(async () => {
  base = await testCtx();
  line = await testLine(base);
});

const queue = (conversationId: string, origin: 'bot' | 'person', text: string) =>
  withWorkspace(line.ctx, (tx) =>
    queueReply(line.ctx, tx, [
      { conversationId, channelId: line.channel.id, origin, content: { kind: 'text', text }, text, paced: false },
    ]),
  );
const take = (items: Parameters<typeof claim>[3]) =>
  claim(line.ctx, WORKER, { id: line.channel.id, perSecond: 100_000 }, items);

test('a reply of the bot that was on its way when a person spoke goes no further when it comes back, and holds nobody up', async () => {
  const id = await ticketLab(line).ticket();
  const statuses = async () =>
    (await withWorkspace(line.ctx, (tx) => list(line.ctx, tx, [id])))
      .reverse()
      .map(({ status, errorDetail }) => [status, errorDetail]);
  const robot = await queue(id, 'bot', 'Sou o robô');
  expect((await take(robot)).claimed).toHaveLength(1);
  await withWorkspace(line.ctx, (tx) => withdrawReplies(line.ctx, tx, { id, channelId: line.channel.id }));
  const person = await queue(id, 'person', 'Oi');
  expect(await statuses()).toEqual([
    ['queued', null],
    ['queued', null],
  ]);
  await withWorkspace(line.ctx, (tx) => tx.run(putBack, [robot[0]?.id]));
  expect((await take([...robot, ...person])).claimed).toEqual([]);
  expect(await statuses()).toEqual([
    ['failed', 'floor_taken'],
    ['queued', null],
  ]);
  expect((await take(person)).claimed).toHaveLength(1);
});
