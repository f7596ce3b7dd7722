import type { BotState, BotTurn } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { botHasFloor, type Floor } from '../../conversations/index.ts';
import { standOf, turnsOf } from './rows.ts';

export interface TalkPage {
  readonly before?: string | undefined;
  readonly limit: number;
}

export type ShownTurn = Omit<BotTurn, 'at' | 'sources'> & {
  readonly at: Date;
  readonly sources: readonly { readonly passageId: string; readonly title: string; readonly url: string | null }[];
};

/** What the bot understood and decided in a conversation, newest first, and where the talk stands. */
export async function readTalk(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationId: string,
  { before, limit }: TalkPage,
): Promise<{ state: BotState; turns: readonly ShownTurn[]; next: string | null }> {
  const params = [ctx.workspaceId, conversationId, before ?? null, limit + 1];
  const [rows, state] = await Promise.all([tx.rows<ShownTurn>(turnsOf, params), stateOf(ctx, tx, conversationId)]);
  const turns = rows.slice(0, limit);
  return { state, turns, next: rows.length > limit ? (turns.at(-1)?.id ?? null) : null };
}

async function stateOf(ctx: WorkspaceCtx, tx: Tx, conversationId: string): Promise<BotState> {
  type Row = { state: BotState | null; floor: Floor; floorSince: Date | null; served: boolean | null };
  const row = await tx.one<Row>(standOf, [ctx.workspaceId, conversationId]);
  if (row === undefined) return 'greeting';
  if (botHasFloor(row.floor, row.floorSince, ctx.clock.now())) return row.state ?? 'greeting';
  return row.floor !== 'person' || row.served === true ? 'with_person' : 'waiting_person';
}
