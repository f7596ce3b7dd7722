import { sql } from '@balcao/db';
import { testCtx, testMember } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { blockContact } from '../../contacts/index.ts';
import { advanceStatus, findMessage } from '../../messages/index.ts';
import { channel, deskLab } from '../testing/desk-lab.ts';
import { hushContact } from './hush-contact.ts';
import { reactTo } from './react.ts';

let lab: Awaited<ReturnType<typeof deskLab>>;
beforeAll(async () => {
  lab = await deskLab(await testCtx());
});

const fail = (id: string, errorCode: number) =>
  lab.within((tx) =>
    advanceStatus(lab.ctx, tx, lab.line.channel.id, [{ tag: id, status: 'failed', at: new Date(), errorCode }]),
  );
const heard = sql('test/undone-heard', 'update conversations set last_inbound_at = $2 where id = $1');
const closings = sql(
  'test/undone-closings',
  `select 1 from ledger where type = 'conversation.window_closed' and conversation_id = $1`,
);

test('when the provider says that the 24 hours are over, the window shown is closed, unless the customer wrote since', async () => {
  const [id, other] = [await lab.talk(), await lab.talk()];
  const [refused] = await lab.bot(id, 'Ainda está aí?');
  await fail(refused?.id ?? '', 131026);
  expect((await lab.place(id)).windowUntil?.getTime()).toBeGreaterThan(Date.now());
  const [late] = await lab.bot(id, 'E agora?');
  await fail(late?.id ?? '', 131047);
  expect((await lab.place(id)).windowUntil?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await lab.within((tx) => tx.rows(closings, [id]))).toHaveLength(1);
  const [before] = await lab.bot(other, 'Oi?');
  await lab.within((tx) => tx.run(heard, [other, new Date(Date.now() + 1_000)]));
  await fail(before?.id ?? '', 131047);
  expect((await lab.place(other)).windowUntil?.getTime()).toBeGreaterThan(Date.now());
});

const receive = sql(
  'test/undone-receive',
  `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, status, provider_id, at, created_at)
   values ($1, $2, $3, 900, 'in', 'customer', 'text', 'received', $4, now(), now())`,
);
const refer = sql(
  'test/undone-refer',
  'insert into message_refs (workspace_id, channel_id, provider_id, message_id) values ($1, $2, $3, $4)',
);
const reaction = sql('test/undone-reaction', 'select emoji from reactions where provider_id = $1');

test('a reaction that the provider refuses is not shown any more; one that came after it stays', async () => {
  const id = await lab.talk();
  const member = await testMember(lab.ctx);
  const [messageId, providerId] = [lab.ctx.ids.uuid(), `wamid.${id}`];
  await lab.within(async (tx) => {
    await tx.run(receive, [lab.ctx.workspaceId, messageId, id, providerId]);
    await tx.run(refer, [lab.ctx.workspaceId, lab.line.channel.id, providerId, messageId]);
  });
  const place = await lab.place(id);
  const reacts = async (emoji: string) => {
    const message = await lab.within((tx) => findMessage(lab.ctx, tx, messageId));
    const asked = { message, place, channel, origin: 'person', emoji } as const;
    const [queued] = await lab.within((tx) => reactTo(member.ctx, tx, asked));
    return queued?.id ?? '';
  };
  const shown = async () => (await lab.within((tx) => tx.one<{ emoji: string }>(reaction, [providerId])))?.emoji;
  const first = await reacts('👍');
  expect(await shown()).toBe('👍');
  await lab.ctx.clock.sleep(5);
  const second = await reacts('❤️');
  await fail(first, 131009);
  expect(await shown()).toBe('❤️');
  await fail(second, 131009);
  expect(await shown()).toBeNull();
});

const turns = sql('test/undone-turns', 'select 1 from turn_work where conversation_id = $1');
const wait = sql(
  'test/undone-wait',
  `insert into turn_work (workspace_id, conversation_id, from_seq, from_id, due_at, waiting_since) values ($1, $2, 1, $2, now(), now())`,
);

test('whoever is blocked gets no reply that the bot had ready, nor one that it would think of; a person’s word goes', async () => {
  const id = await lab.talk();
  await lab.bot(id, 'Posso ajudar?');
  await lab.within((tx) => tx.run(wait, [lab.ctx.workspaceId, id]));
  expect(await lab.within((tx) => blockContact(tx, lab.ctx, id))).toBe(true);
  expect(await lab.within((tx) => hushContact(lab.ctx, tx, id))).toBe(1);
  expect((await lab.messages(id)).map(({ status, errorDetail }) => [status, errorDetail])).toEqual([
    ['failed', 'contact_blocked'],
  ]);
  expect(await lab.within((tx) => tx.rows(turns, [id]))).toEqual([]);
  expect(await lab.within((tx) => hushContact(lab.ctx, tx, id))).toBe(0);
});
