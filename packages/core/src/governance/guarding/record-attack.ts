import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';

export type AttackPlace =
  | 'message'
  | 'name'
  | 'caption'
  | 'document'
  | 'quoted'
  | 'transcript'
  | 'email'
  | 'page'
  | 'tool'
  | 'answer';

export interface AttackSeen {
  /** leak: an answer was held back that carried what it must not. */
  readonly kind: 'attack' | 'leak';
  readonly place: AttackPlace;
  readonly conversationId?: string | undefined;
  readonly messageId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly score?: number | undefined;
  readonly signs: readonly string[];
}

const insert = sql(
  'governance/record-attack',
  `insert into bot_attacks (workspace_id, id, at, kind, place, conversation_id, message_id, contact_id, score, signs)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Noted without the words: they are in the message. */
export async function recordAttack(tx: Tx, ctx: WorkspaceCtx, seen: AttackSeen): Promise<void> {
  const { kind, place, conversationId, messageId, contactId, score, signs } = seen;
  const who = [conversationId ?? null, messageId ?? null, contactId ?? null];
  await tx.run(insert, [ctx.workspaceId, ctx.ids.uuid(), ctx.clock.now(), kind, place, ...who, score ?? null, signs]);
  await record(tx, ctx, [
    {
      type: kind === 'leak' ? 'bot.leak_stopped' : 'bot.attack_seen',
      conversationId,
      messageId,
      contactId,
      data: { place, signs },
    },
  ]);
}
