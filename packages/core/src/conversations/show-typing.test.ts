import { sql } from '@balcao/db';
import { testCtx, testLine, ticketLab } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { showTyping } from './index.ts';

const hear = sql(
  'test/typing-hear',
  `with open as (update conversations set window_until = now() + interval '1 hour' where id = $2)
   insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, provider_id, at, created_at)
   values ($1, $3, $2, 1, 'in', 'customer', 'text', 'received', $4, now(), now())`,
);
const close = sql(
  'test/typing-close',
  `update conversations set window_until = now() - interval '1 second' where id = $1`,
);
const block = sql('test/typing-block', 'update contacts set blocked_at = now() where id = $1');
const jobs = sql('test/typing-jobs', `select payload from jobs where name = 'conversations.tell-read'`);

test('a customer is shown that somebody writes, once while it is being told; not without a message, an open window, or when blocked', async () => {
  const line = await testLine(await testCtx());
  const { ctx, channel } = line;
  const lab = ticketLab(line);
  const [quiet, talk, blocked] = [await lab.ticket(), await lab.ticket(), await lab.ticket()];
  for (const id of [talk, blocked])
    await lab.within((tx) => tx.run(hear, [ctx.workspaceId, id, ctx.ids.uuid(), `wamid.${id}`]));
  await lab.within((tx) => tx.run(block, [blocked]));
  expect([await showTyping(ctx, quiet), await showTyping(ctx, blocked), await showTyping(ctx, ctx.ids.uuid())]).toEqual(
    [false, false, false],
  );
  expect([await showTyping(ctx, talk), await showTyping(ctx, talk)]).toEqual([true, true]);
  const payload = { channelId: channel.id, providerId: `wamid.${talk}`, typing: true };
  expect(await lab.within((tx) => tx.rows(jobs))).toEqual([{ payload }]);
  await lab.within((tx) => tx.run(close, [talk]));
  expect(await showTyping(ctx, talk)).toBe(false);
});
