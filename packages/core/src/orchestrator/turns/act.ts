import type { Tx, WorkspaceCtx } from '@balcao/db';
import { setOptIn } from '../../contacts/index.ts';
import { giveFloor } from '../../conversations/index.ts';
import { forgetContact } from '../../governance/index.ts';
import { type QueuedReply, queueReply } from '../../messages/index.ts';
import { resolveByBot } from '../../tickets/index.ts';
import { dropErrands } from '../errands/drop-errands.ts';
import { startErrands } from '../errands/start-errands.ts';
import { handOver } from '../handoff/hand-over.ts';
import { keepRatings } from '../talks/keep-ratings.ts';
import { finish } from './finish.ts';
import type { Talk } from './gather.ts';
import { keepWishes } from './keep-wishes.ts';
import { noteUnanswered } from './note-unanswered.ts';
import type { Acted, Decided, TurnsTaken } from './types.ts';

/** Puts decisions into effect, in the order in which the customer and the team notice them. */
export async function act(
  ctx: WorkspaceCtx,
  tx: Tx,
  talks: readonly Talk[],
  decided: readonly Decided[],
  now: Date,
): Promise<TurnsTaken> {
  const acted = decided.map((one) => ({
    ...one,
    turnId: ctx.ids.uuid(),
    replyIds: one.decision.replies.map(() => ctx.ids.uuid()),
  }));
  const queued = await say(ctx, tx, acted);
  // At the turn's own instant, before the words were queued: the bot's last words still go.
  const asBot: WorkspaceCtx = { ...ctx, actor: { kind: 'bot' } };
  await giveFloor(
    ctx,
    tx,
    idsOf(acted, ({ takesBack }) => takesBack),
    'bot',
    now,
  );
  await handOver(asBot, tx, acted, now);
  const dropped = idsOf(acted, ({ keepsErrand }, { errand }) => errand !== undefined && !keepsErrand);
  await dropErrands(ctx, tx, dropped);
  const errands = await startErrands(ctx, tx, acted);
  await othersBusiness(asBot, tx, acted);
  await finish(ctx, tx, talks, acted, now);
  return { queued, errands, dropped, turns: acted.map(countOf) };
}

const idsOf = (
  acted: readonly Acted[],
  which: (decision: Acted['decision'], facts: Acted['facts']) => boolean,
): string[] => acted.filter(({ decision, facts }) => which(decision, facts)).map(({ talk }) => talk.id);

function say(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<QueuedReply[]> {
  return queueReply(
    ctx,
    tx,
    acted.flatMap(({ talk, decision, replyIds }) =>
      decision.replies.map((reply, n) => ({
        id: replyIds[n] as string, // as many ids as replies
        conversationId: talk.id,
        channelId: talk.channelId,
        origin: 'bot' as const,
        content: reply.content,
        text: reply.text,
        paced: talk.perPair,
      })),
    ),
  );
}

/** What other rooms are told: the opt-in book, the ticket, the mark, the question without an answer. */
async function othersBusiness(ctx: WorkspaceCtx, tx: Tx, acted: readonly Acted[]): Promise<void> {
  for (const { talk, decision } of acted) {
    if (decision.optsOut)
      await setOptIn(tx, ctx, talk.contactId, { state: 'out', channel: 'whatsapp', source: 'conversation' });
    if (decision.erasesMemory) await forgetContact(tx, ctx, talk.contactId);
    if (decision.resolves) await resolveByBot(ctx, tx, talk.id);
  }
  await keepWishes(ctx, tx, acted);
  await keepRatings(ctx, tx, acted);
  await noteUnanswered(ctx, tx, acted);
}

function countOf({ facts, decision }: Acted): TurnsTaken['turns'][number] {
  const { event, from, to, handoff } = decision;
  return { mode: facts.mode, event, from, to, by: facts.draft?.made.by, handoff: handoff?.reason };
}
