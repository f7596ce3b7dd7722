import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import type { FieldValues, OptInState } from '../card.ts';
import { lockContacts, survivor } from '../rows.ts';
import type { JoinReason, MergedContacts } from '../types.ts';

interface Locked extends Names, Kept {
  readonly id: string;
  readonly mergedInto: string | null;
}

interface Names {
  readonly name: string | null;
  readonly profileName: string | null;
  readonly username: string | null;
}

/** What a company keeps about a person; merges of before it was kept have none in their record. */
interface Kept {
  readonly tagIds: readonly string[];
  readonly fields: FieldValues;
  readonly optIn: OptInState;
  readonly blockedAt: Date | string | null;
  readonly blockedReason: string | null;
}

const move = sql(
  'contacts/move-identities',
  'update contact_identities set contact_id = $2 where contact_id = $1 returning id',
);
const close = sql('contacts/close-merged', 'update contacts set merged_into = $2, updated_at = $3 where id = $1');
const enrich = sql(
  'contacts/enrich-survivor',
  `update contacts set name = $2, profile_name = $3, username = $4, updated_at = $5, tag_ids = $6, fields = $7, opt_in = $8, blocked_at = $9,
     blocked_reason = $10 where id = $1`,
);
const keep = sql(
  'contacts/keep-merge',
  `insert into contact_merges (workspace_id, id, from_id, into_id, reason, moved, before, actor_kind, actor_id, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** What a merge stood on and what it made, so that the undo can tell its own change from a later one. */
export interface MergeRecord {
  readonly before: Names & Partial<Kept>;
  readonly after: Names & Partial<Kept>;
}

/** Undefined when they are one already. Both rows are locked: an identity on its way to `from` is waited for, and whoever links next finds `from` closed. */
export async function joinContacts(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly from: string; readonly into: string; readonly reason: JoinReason },
): Promise<MergedContacts | undefined> {
  const pair = await lockStanding(tx, input);
  if (pair === undefined) return undefined;
  const { from, into } = pair;
  const moved = await tx.rows<{ id: string }>(move, [from.id, into.id]);
  const now = ctx.clock.now();
  const { id: _id, mergedInto: _mergedInto, ...before } = into;
  const after = enriched(from, into);
  const mergeId = ctx.ids.uuid();
  const ids = moved.map((row) => row.id);
  await tx.run(close, [from.id, into.id, now]);
  const kept = [after.tagIds, JSON.stringify(after.fields), after.optIn, after.blockedAt, after.blockedReason];
  await tx.run(enrich, [into.id, after.name, after.profileName, after.username, now, ...kept]);
  const story: MergeRecord = { before, after };
  const { kind, id: actorId } = ctx.actor;
  await tx.run(keep, [
    ctx.workspaceId,
    mergeId,
    from.id,
    into.id,
    input.reason,
    ids,
    JSON.stringify(story),
    kind,
    actorId ?? null,
    now,
  ]);
  await record(tx, ctx, [
    { type: 'contact.merged', contactId: into.id, data: { from: from.id, mergeId, reason: input.reason } },
  ]);
  return { mergeId, from: from.id, into: into.id };
}

/** Nothing that was known of either is lost; where they differ, whoever stays has the word, but a no stays a no and a block a block. */
function enriched(from: Locked, into: Locked): Names & Kept {
  const blocked = into.blockedAt === null ? from : into;
  const said = [into.optIn, from.optIn];
  return {
    name: into.name ?? from.name,
    profileName: into.profileName ?? from.profileName,
    username: into.username ?? from.username,
    tagIds: [...new Set([...into.tagIds, ...from.tagIds])].sort(),
    fields: { ...from.fields, ...into.fields },
    optIn: said.includes('out') ? 'out' : said.includes('in') ? 'in' : 'unknown',
    blockedAt: blocked.blockedAt,
    blockedReason: blocked.blockedReason,
  };
}

/** Where both stand at this moment, under lock; again when one was merged away while we waited. */
async function lockStanding(
  tx: Tx,
  input: { from: string; into: string },
): Promise<{ from: Locked; into: Locked } | undefined> {
  for (let tries = 0; tries < 5; tries++) {
    const [from, into] = [await standing(tx, input.from), await standing(tx, input.into)];
    if (from === into) return undefined;
    const locked = await tx.rows<Locked>(lockContacts, [[from, into]]);
    const rows = new Map(locked.filter((row) => row.mergedInto === null).map((row) => [row.id, row]));
    const pair = { from: rows.get(from), into: rows.get(into) };
    if (pair.from !== undefined && pair.into !== undefined) return { from: pair.from, into: pair.into };
  }
  throw new Fault('unavailable', 'the contacts kept being merged with others');
}

/** Whom a contact was merged into in the end; itself when it was not. */
export async function standing(tx: Tx, contactId: string): Promise<string> {
  const row = await tx.one<{ id: string }>(survivor, [contactId]);
  if (row === undefined) throw new Fault('not_found', `there is no contact "${contactId}"`);
  return row.id;
}
