import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';

// Primary key.
const asked = sql(
  'conversations/asked-to-rate',
  `select conversation_id as id from bot_sessions where workspace_id = $1 and conversation_id = any($2::uuid[]) and state = 'rating'`,
);

const tap = /^balcao:rate:([1-5])$/;
const typed = /^\s*([1-5])\s*$/;

export const ratingTap = (score: number): string => `balcao:rate:${score}`;

/** The mark in a tap, or in words that are nothing but one. */
export function readRating(choice: string | undefined, text: string | null | undefined): number | undefined {
  const found = tap.exec(choice ?? '') ?? typed.exec(text ?? '');
  return found === null ? undefined : Number(found[1]);
}

/** Of these conversations, those where the bot asked how it was and waits for a mark. */
export async function askedToRate(
  ctx: WorkspaceCtx,
  tx: Tx,
  conversationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (conversationIds.length === 0) return new Set();
  const rows = await tx.rows<{ id: string }>(asked, [ctx.workspaceId, conversationIds]);
  return new Set(rows.map((row) => row.id));
}
