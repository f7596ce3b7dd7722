import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { standing } from '../merging/join-contacts.ts';

export interface OptIn {
  readonly id: string;
  readonly state: 'in' | 'out';
  readonly channel: 'whatsapp' | 'email' | 'sms' | 'phone';
  readonly source: string;
  readonly text: string | null;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
}

export interface OptInToSet extends Pick<OptIn, 'state' | 'channel' | 'source'> {
  readonly text?: string | undefined;
  readonly at?: Date | undefined;
}

const keep = sql(
  'contacts/keep-opt-in',
  `insert into contact_opt_ins (workspace_id, id, contact_id, state, channel, source, text, at, recorded_at, actor_kind, actor_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const show = sql(
  'contacts/show-opt-in',
  'update contacts set opt_in = $2, updated_at = $3 where id = $1 and opt_in <> $2',
);

/** One more entry in the book. What the person said last about WhatsApp is what lists and campaigns go by. */
export async function setOptIn(tx: Tx, ctx: WorkspaceCtx, contactId: string, given: OptInToSet): Promise<OptIn> {
  const id = await standing(tx, contactId);
  const now = ctx.clock.now();
  const at = given.at ?? now;
  if (at.getTime() > now.getTime() + 60_000)
    throw new Fault('invalid_input', 'nobody has agreed in the future', {
      issues: [{ path: 'at', problem: 'is later than now' }],
    });
  const { kind: actorKind, id: actorId = null } = ctx.actor;
  const { state, channel, source, text = null } = given;
  const entry: OptIn = { id: ctx.ids.uuid(), state, channel, source, text, at, recordedAt: now, actorKind, actorId };
  await tx.run(keep, [ctx.workspaceId, entry.id, id, state, channel, source, text, at, now, actorKind, actorId]);
  if (channel === 'whatsapp') await tx.run(show, [id, state, now]);
  await record(tx, ctx, [
    {
      type: state === 'in' ? 'contact.opted_in' : 'contact.opted_out',
      contactId: id,
      data: { optInId: entry.id, channel },
    },
  ]);
  return entry;
}

// Index: contact_opt_ins_of_contact.
const list = sql(
  'contacts/list-opt-ins',
  `select id, state, channel, source, text, at, recorded_at as "recordedAt", actor_kind as "actorKind", actor_id as "actorId"
     from contact_opt_ins where contact_id = any ($1::uuid[]) and ($2::uuid is null or id < $2) order by id desc limit $3`,
);

export const listOptIns = (
  tx: Tx,
  contactIds: readonly string[],
  page: { before?: string | undefined; limit: number },
) => tx.rows<OptIn>(list, [contactIds, page.before ?? null, page.limit]);
