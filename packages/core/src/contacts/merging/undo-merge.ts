import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { lockContacts } from '../rows.ts';
import { type MergeRecord, standing } from './join-contacts.ts';

export interface UndoneMerge {
  readonly mergeId: string;
  /** The contact that is back. */
  readonly restored: string;
  /** Where its things were until now: the contact it was merged into, or whoever that one has become since. */
  readonly from: string;
  /** What `followMerge` kept. */
  readonly followed: Record<string, unknown>;
}

interface Kept {
  readonly from: string;
  readonly into: string;
  readonly moved: string[];
  readonly before: MergeRecord;
  readonly followed: Record<string, unknown>;
}

const take = sql(
  'contacts/take-merge',
  `update contact_merges set undone_at = $2 where id = $1 and undone_at is null
   returning from_id as "from", into_id as "into", moved, before, followed`,
);

// What moved then, and what was linked since because it was seen beside one of those. Only what still stands where the merge
// left it: a later undo may have taken its part away already.
const giveBack = sql(
  'contacts/give-identities-back',
  `with recursive mine as (
     select id from contact_identities where id = any ($3)
     union
     select i.id from mine join contact_identities i on i.seen_with = mine.id where i.contact_id = $1)
   update contact_identities i set contact_id = $2 from mine where i.id = mine.id and i.contact_id = $1`,
);
const reopen = sql('contacts/reopen-merged', 'update contacts set merged_into = null, updated_at = $2 where id = $1');

// A field that somebody changed since the merge keeps the later value.
const restore = sql(
  'contacts/restore-survivor',
  `update contacts set
     name = case when name is not distinct from $2 then $3 else name end,
     profile_name = case when profile_name is not distinct from $4 then $5 else profile_name end,
     username = case when username is not distinct from $6 then $7 else username end,
     updated_at = $8
   where id = $1`,
);
// Likewise; a record of before contacts had these says nothing of them.
const restoreKept = sql(
  'contacts/restore-kept',
  `update contacts c set
     tag_ids = case when c.tag_ids = a.tags then b.tags else c.tag_ids end,
     fields = case when c.fields = a.fields then b.fields else c.fields end,
     opt_in = case when c.opt_in = a.opt_in then b.opt_in else c.opt_in end,
     blocked_reason = case when c.blocked_at is not distinct from a.blocked then b.reason else c.blocked_reason end,
     blocked_at = case when c.blocked_at is not distinct from a.blocked then b.blocked else c.blocked_at end
    from (select x."tagIds" as tags, x.fields, x."optIn" as opt_in, x."blockedAt" as blocked, x."blockedReason" as reason
            from jsonb_to_record($2::jsonb) as x("tagIds" uuid[], fields jsonb, "optIn" text, "blockedAt" timestamptz, "blockedReason" text)) a,
         (select x."tagIds" as tags, x.fields, x."optIn" as opt_in, x."blockedAt" as blocked, x."blockedReason" as reason
            from jsonb_to_record($3::jsonb) as x("tagIds" uuid[], fields jsonb, "optIn" text, "blockedAt" timestamptz, "blockedReason" text)) b
   where c.id = $1`,
);

/** The two are two again, with what belonged to each, and seeing them together does not join them any more. */
export async function undoMerge(tx: Tx, ctx: WorkspaceCtx, mergeId: string): Promise<UndoneMerge> {
  const now = ctx.clock.now();
  const kept = await tx.one<Kept>(take, [mergeId, now]);
  if (kept === undefined) throw new Fault('conflict', 'there is no such merge, or it is undone already', { mergeId });
  const holder = await standing(tx, kept.into);
  await tx.rows(lockContacts, [[kept.from, kept.into, holder]]);
  await tx.run(reopen, [kept.from, now]);
  await tx.run(giveBack, [holder, kept.from, kept.moved]);
  const { before, after } = kept.before;
  const fields = [after.name, before.name, after.profileName, before.profileName, after.username, before.username];
  await tx.run(restore, [kept.into, ...fields, now]);
  if (after.tagIds !== undefined) await tx.run(restoreKept, [kept.into, JSON.stringify(after), JSON.stringify(before)]);
  await record(tx, ctx, [{ type: 'contact.merge_undone', contactId: kept.from, data: { from: holder, mergeId } }]);
  return { mergeId, restored: kept.from, from: holder, followed: kept.followed };
}
