import { sql, type Tx } from '@balcao/db';
import type { AttackPlace } from './record-attack.ts';

export interface Attack {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'attack' | 'leak';
  readonly place: AttackPlace;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly contactId: string | null;
  readonly score: number | null;
  readonly signs: string[];
}

// Index: bot_attacks_pkey; ids are in the order of time.
const list = sql(
  'governance/list-attacks',
  `select id, at, kind, place, conversation_id as "conversationId", message_id as "messageId", contact_id as "contactId", score, signs
     from bot_attacks where $1::uuid is null or id < $1 order by id desc limit $2`,
);

/** Newest first. */
export const listAttacks = (
  tx: Tx,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<Attack[]> => tx.rows<Attack>(list, [before ?? null, limit]);
