import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { type DbCtx, inWorkspace, sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type TestLine, testLine } from '@balcao/testkit';
import { createReceiver, processReceipts } from '../../ingest/index.ts';
import { publishArticle, saveArticle } from '../../knowledge/index.ts';
import { actOnOne, theHouse } from '../../tickets/index.ts';
import { updateChannel } from '../../workspaces/index.ts';
import { takeTurns } from '../turns/take-turns.ts';
import type { TurnsTaken } from '../turns/types.ts';

const said = sql(
  'test/said-by-bot',
  `select m.content from messages m where m.conversation_id = $1 and m.direction = 'out' and m.origin = 'bot' order by m.seq`,
);
const statusesOf = sql(
  'test/statuses-of-bot',
  `select status from messages where conversation_id = $1 and direction = 'out' and origin = 'bot' order by seq`,
);
const ticketOf = sql(
  'test/ticket-of-talk',
  'select id, status, department_id as "departmentId" from tickets where conversation_id = $1 order by id desc limit 1',
);
const forgetTurns = sql('test/forget-turns', `update bot_sessions set memory = '{}'`);
const block = sql(
  'test/block-customer',
  'update contacts set blocked_at = now() where id = (select contact_id from conversations where id = $1)',
);
const stateOf = sql('test/state-of-talk', 'select state from bot_sessions where conversation_id = $1');

export interface Faq {
  readonly questions: readonly string[];
  readonly answer: string;
}

/** A line whose bot understands free text, and a customer to talk with. Its clock is moved by hand. */
export async function openTalkLab(
  base: DbCtx,
  options: { flow?: unknown; faqs?: readonly Faq[]; joinMs?: number } = {},
) {
  const line = await testLine(base, { flow: options.flow, joinMs: options.joinMs ?? 0 });
  let away = 0;
  const clock = { ...base.clock, now: () => new Date(base.clock.now().getTime() + away) };
  const ctx: WorkspaceCtx = inWorkspace({ ...base, clock, actor: { kind: 'bot' } }, line.ctx.workspaceId);
  await withWorkspace(ctx, async (tx) => {
    await updateChannel(tx, ctx, line.channel.id, { botMode: 'assistant' });
    for (const { questions, answer } of options.faqs ?? []) {
      const { id } = await saveArticle(tx, ctx, { kind: 'faq', questions, body: answer });
      await publishArticle(tx, ctx, id);
    }
  });
  return {
    ctx,
    line,
    /** Time goes by. */
    wait: (ms: number) => {
      away += ms;
    },
    ticketOf: (conversationId: string) =>
      withWorkspace(ctx, (tx) => tx.one<{ id: string; status: string }>(ticketOf, [conversationId])),
    /** As if a person had been there in between: no talk is taken for a loop. */
    forgetTurns: () => withWorkspace(ctx, (tx) => tx.run(forgetTurns)),
    block: (conversationId: string) => withWorkspace(ctx, (tx) => tx.run(block, [conversationId])),
    switchOff: () => withWorkspace(ctx, (tx) => updateChannel(tx, ctx, line.channel.id, { botMode: 'off' })),
    async resolve(conversationId: string): Promise<void> {
      await withWorkspace(ctx, async (tx) => {
        const ticket = await tx.one<{ id: string }>(ticketOf, [conversationId]);
        await actOnOne(ctx, tx, theHouse, ticket?.id ?? '', { do: 'resolve' });
      });
    },
    customer: (phone: string) => customerOf(ctx, line, phone),
  };
}

let n = 0;

function customerOf(ctx: WorkspaceCtx, line: TestLine, phone: string) {
  let conversationId = '';
  let heard = 0;
  const channel = { workspaceId: ctx.workspaceId, channelId: line.channel.id };
  const wamid = () => `wamid.LAB${++n}`;

  const timestamp = () => String(Math.floor(ctx.clock.now().getTime() / 1_000));
  const deliver = (message: object) =>
    arrive('messages', {
      contacts: [{ wa_id: phone, profile: { name: 'Ana Souza' } }],
      messages: [{ from: phone, id: wamid(), timestamp: timestamp(), ...message }],
    });

  async function arrive(field: string, told: object): Promise<void> {
    const metadata = { display_phone_number: '551130030001', phone_number_id: line.channel.phoneNumberId };
    const value = { messaging_product: 'whatsapp', metadata, ...told };
    const entry = [{ id: line.channel.accountId, changes: [{ field, value }] }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    await createReceiver(ctx)({ body, channels: [channel] });
    const parts = { parse: parseWebhook, memory: { take: () => undefined } };
    const { woken } = await processReceipts(ctx, line.channel, parts);
    conversationId = [...woken.keys()][0] ?? conversationId;
  }

  const turn = (): Promise<TurnsTaken> => takeTurns(ctx, [conversationId]);
  async function answers(): Promise<string[]> {
    type Row = { content: { text: string; kind: string } };
    const rows = await withWorkspace(ctx, (tx) => tx.rows<Row>(said, [conversationId]));
    const fresh = rows.slice(heard).map(({ content }) => content.text);
    heard = rows.length;
    return fresh;
  }
  return {
    get conversationId() {
      return conversationId;
    },
    /** Writes, and the turn is not taken yet. */
    writes: (text: string, over: object = {}) => deliver({ type: 'text', text: { body: text }, ...over }),
    turn,
    answers,
    async says(text: string, over: object = {}): Promise<string[]> {
      await deliver({ type: 'text', text: { body: text }, ...over });
      await turn();
      return answers();
    },
    async taps(id: string, title: string): Promise<string[]> {
      const kind = id.startsWith('balcao:rate') ? 'list_reply' : 'button_reply';
      await deliver({ type: 'interactive', interactive: { type: kind, [kind]: { id, title } } });
      await turn();
      return answers();
    },
    /** The company writes on its own telephone. */
    hearsFromApp: (text: string) =>
      arrive('smb_message_echoes', {
        message_echoes: [
          { from: '551130030001', to: phone, id: wamid(), timestamp: timestamp(), type: 'text', text: { body: text } },
        ],
      }),
    async statuses(): Promise<string[]> {
      const rows = await withWorkspace(ctx, (tx) => tx.rows<{ status: string }>(statusesOf, [conversationId]));
      return rows.map((row) => row.status);
    },
    async state(): Promise<string | undefined> {
      return (await withWorkspace(ctx, (tx) => tx.one<{ state: string }>(stateOf, [conversationId])))?.state;
    },
  };
}
