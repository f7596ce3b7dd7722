import { sql, withWorkspace } from '@balcao/db';
import { testCtx, testLine } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { identify } from '../contacts/index.ts';
import { openOrResume } from '../conversations/index.ts';
import { advanceStatus, list, queueReply, settleStragglers } from './index.ts';

const cross = sql(
  'test/cross',
  'insert into message_refs (workspace_id, channel_id, provider_id, message_id) values ($1, $2, $3, $4)',
);

test('a status that crossed with its message is found among the recent ones, an old one when all are looked through', async () => {
  const base = await testCtx();
  const { ctx, channel } = await testLine(base);
  const conversationId = await withWorkspace(ctx, async (tx) => {
    const contactId = (await identify(tx, ctx, [{ waId: '5511988887777' }])).people[0]?.contactId as string;
    return (await openOrResume(ctx, tx, channel.id, [{ contactId }])).get(contactId) as string;
  });
  const crossed = async (providerId: string) => {
    await withWorkspace(ctx, (tx) =>
      advanceStatus(ctx, tx, channel.id, [{ status: 'delivered', at: new Date(), providerId }]),
    );
    await withWorkspace(ctx, async (tx) => {
      const content = { kind: 'text', text: 'oi' } as const;
      const reply = {
        conversationId,
        channelId: channel.id,
        origin: 'api',
        content,
        text: 'oi',
        paced: false,
      } as const;
      const [queued] = await queueReply(ctx, tx, [reply]);
      await tx.run(cross, [ctx.workspaceId, channel.id, providerId, queued?.id]);
    });
  };
  const statuses = async () =>
    (await withWorkspace(ctx, (tx) => list(ctx, tx, [conversationId]))).map(({ status }) => status);

  await crossed('wamid.1');
  await settleStragglers(base, new Date(Date.now() + 1_000));
  expect(await statuses()).toEqual(['queued']);
  await settleStragglers(base, new Date(Date.now() - 60_000));
  expect(await statuses()).toEqual(['delivered']);
  await crossed('wamid.2');
  await settleStragglers(base, new Date(0));
  expect(await statuses()).toEqual(['delivered', 'delivered']);
});
