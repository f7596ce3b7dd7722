import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { sql, withWorkspace } from '@balcao/db';
import { testCtx, testLine } from '@balcao/testkit';
import { expect, test } from 'vitest';
import { blockContact, findOneByPhone, refuseBlocked, unblockContact } from '../contacts/index.ts';
import { createReceiver, processReceipts } from './index.ts';

const line = await testLine(await testCtx());
const { ctx, channel } = line;
const forget = { take: () => undefined };
let n = 0;

async function write(text: string) {
  const message = {
    from: '5511987650001',
    id: `wamid.B${++n}`,
    timestamp: '1795000000',
    type: 'text',
    text: { body: text },
  };
  const metadata = { display_phone_number: '551130030001', phone_number_id: channel.phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, messages: [message] };
  const entry = [{ id: channel.accountId, changes: [{ field: 'messages', value }] }];
  const channels = [{ workspaceId: ctx.workspaceId, channelId: channel.id }];
  await createReceiver(ctx)({ body: JSON.stringify({ object: 'whatsapp_business_account', entry }), channels });
  await processReceipts(ctx, channel, { parse: parseWebhook, memory: forget });
}

const look = sql(
  'test/look-at-blocked',
  `select (select count(*)::int from messages) as messages, (select count(*)::int from tickets where status <> 'resolved') as tickets,
          (select max(unread) from conversations) as unread, (select count(*)::int from turn_work) as turns`,
);
const state = () => withWorkspace(ctx, (tx) => tx.one(look));
const within = <T>(work: Parameters<typeof withWorkspace<T>>[1]) => withWorkspace(ctx, work);

test('what a blocked customer writes is kept, opens no ticket, is not unread and is answered by nobody', async () => {
  await write('oi');
  expect(await state()).toEqual({ messages: 1, tickets: 1, unread: 1, turns: 1 });
  await ctx.db.login.query(
    `update tickets set status = 'resolved', resolved_at = now(); delete from turn_work; update conversations set unread = 0`,
  );
  const contact = await within((tx) => findOneByPhone(tx, '11987650001'));
  expect(await within((tx) => blockContact(tx, ctx, contact?.id ?? '', 'ofensas'))).toBe(true);
  expect(await within((tx) => blockContact(tx, ctx, contact?.id ?? ''))).toBe(false);
  await write('me respondam');
  expect(await state()).toEqual({ messages: 2, tickets: 0, unread: 0, turns: 0 });
  await expect(within((tx) => refuseBlocked(tx, contact?.id ?? ''))).rejects.toMatchObject({ code: 'contact_blocked' });

  await within((tx) => unblockContact(tx, ctx, contact?.id ?? ''));
  await within((tx) => refuseBlocked(tx, contact?.id ?? ''));
  await write('desculpa');
  expect(await state()).toEqual({ messages: 3, tickets: 1, unread: 1, turns: 1 });
});
