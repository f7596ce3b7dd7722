import { languages } from '@balcao/contract';
import { sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { botHasFloor, type Floor, giveFloor } from '../../conversations/index.ts';
import { type QueuedReply, queueReply } from '../../messages/index.ts';
import { handToPeople } from '../../tickets/index.ts';
import { sentencesOf } from '../machine/sentences/sentences-of.ts';

// Primary keys. Under the conversation's lock, as a turn.
const place = sql(
  'orchestrator/place-of-failed-turn',
  `select c.channel_id as "channelId", c.floor, c.floor_since as "floorSince", c.window_until as "windowUntil",
     ch.per_pair as "perPair", ch.bot_mode as mode, ch.flow_version_id as "flowVersionId",
     (select settings->>'language' from workspaces where id = $1) as language
   from conversations c join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
   where c.workspace_id = $1 and c.id = $2 for no key update of c`,
);

interface Place {
  readonly channelId: string;
  readonly floor: Floor;
  readonly floorSince: Date | null;
  readonly windowUntil: Date | null;
  readonly perPair: boolean;
  readonly mode: 'off' | 'flow' | 'assistant';
  readonly flowVersionId: string | null;
  readonly language: string | null;
}

/** A turn failed for good: the customer is told, and people take it. By itself, so that what failed the turn cannot fail this. */
export function apologise(ctx: WorkspaceCtx, conversationId: string): Promise<QueuedReply[]> {
  return withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    const at = await tx.one<Place>(place, [ctx.workspaceId, conversationId]);
    const answers = at?.mode === 'assistant' || (at?.mode === 'flow' && at.flowVersionId !== null);
    if (at === undefined || !answers || !botHasFloor(at.floor, at.floorSince, now)) return [];
    const { before, open } = sentencesOf(languages.find((one) => one === at.language) ?? 'pt-BR');
    const text = `${before.error} ${open({ due: '' })}`;
    const said = at.windowUntil !== null && at.windowUntil < now ? [] : [text];
    const queued = await queueReply(
      ctx,
      tx,
      said.map((words) => ({
        conversationId,
        channelId: at.channelId,
        origin: 'bot',
        content: { kind: 'text', text: words },
        text: words,
        paced: at.perPair,
      })),
    );
    await giveFloor(ctx, tx, [conversationId], 'person', now);
    await handToPeople(ctx, tx, [{ conversationId }]);
    return queued;
  });
}
