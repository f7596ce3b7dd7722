import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { readBot } from '../settings/read-bot.ts';

export interface ToRemember {
  readonly contactId: string;
  readonly kind: 'preference' | 'fact' | 'summary';
  /** A newer one of the same takes its place. Of a summary: the ticket's id. */
  readonly key: string;
  readonly text: string;
  readonly ticketId?: string | undefined;
  /** When it was said: what was said before an erasure stays forgotten. */
  readonly saidAt: Date;
}

const keep = sql(
  'governance/remember',
  `insert into bot_memories as m (workspace_id, id, contact_id, kind, key, text, ticket_id, created_at, updated_at)
   select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, $7::uuid, $8::timestamptz, $8::timestamptz
    where not exists (select from bot_forgotten f where f.contact_id = $3::uuid and f.at >= $8::timestamptz)
   on conflict on constraint bot_memories_one do update set text = excluded.text, ticket_id = excluded.ticket_id, updated_at = excluded.updated_at
     where m.updated_at <= excluded.updated_at`,
);

/** Returns whether it is remembered. */
export async function remember(tx: Tx, ctx: WorkspaceCtx, it: ToRemember): Promise<boolean> {
  if (!(await readBot(ctx, tx)).memory.on) return false;
  const text = it.text.replace(/\s+/g, ' ').trim().slice(0, 2_000);
  if (text === '') return false;
  const row = [
    ctx.workspaceId,
    ctx.ids.uuid(),
    it.contactId,
    it.kind,
    it.key.slice(0, 80),
    text,
    it.ticketId ?? null,
    it.saidAt,
  ];
  return (await tx.run(keep, row)) > 0;
}
