import type { Tx, WorkspaceCtx } from '@balcao/db';
import { sql } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import { ownersOf } from '../../keeping/identity-rows.ts';
import type { ImportPlan } from './import-rows.ts';
import type { Draft, LineProblem } from './read-line.ts';

export interface StoredDrafts {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly problems: LineProblem[];
}

const makeTags = sql(
  'contacts/make-tags',
  `with wanted as (select distinct on (lower(t.name)) t.name, t.id from unnest($2::uuid[], $3::text[]) as t(id, name) order by lower(t.name), t.name),
        made as (insert into tags (workspace_id, id, name) select $1, w.id, w.name from wanted w
                  on conflict (workspace_id, lower(name)) where archived_at is null do nothing returning id, name)
   select id, name from made union all
   select t.id, t.name from tags t where t.archived_at is null and lower(t.name) in (select lower(w.name) from wanted w)`,
);
const insertContacts = sql(
  'contacts/import-new',
  `insert into contacts (workspace_id, id, name, tag_ids, fields, created_at, updated_at)
   select $1, x.id, x.name, x.tags, x.fields, $3, $3 from json_to_recordset($2::json) as x(id uuid, name text, tags uuid[], fields jsonb)`,
);
const updateContacts = sql(
  'contacts/import-known',
  `update contacts c set name = coalesce(x.name, c.name), fields = c.fields || x.fields, updated_at = $2,
          tag_ids = array(select distinct t from unnest(c.tag_ids || x.tags) as t order by t)
     from json_to_recordset($1::json) as x(id uuid, name text, tags uuid[], fields jsonb)
    where c.id = any (array(select (y ->> 'id')::uuid from json_array_elements($1::json) as y)) and c.id = x.id`,
);
const insertIdentities = sql(
  'contacts/import-identities',
  `insert into contact_identities (workspace_id, id, contact_id, kind, key, value, e164, typed, digits, reason, first_seen_at, last_seen_at)
   select $1, x.id, x.contact, x.kind, x.key, x.value, x.e164, x.typed, x.digits, 'imported', $3, $3
     from json_to_recordset($2::json) as x(id uuid, contact uuid, kind text, key text, value text, e164 text, typed text, digits text)
    order by x.kind, x.key
   on conflict (workspace_id, kind, key) do nothing returning id`,
);
const insertNotes = sql(
  'contacts/import-notes',
  `insert into contact_notes (workspace_id, id, contact_id, body, actor_kind, actor_id, created_at)
   select $1, x.id, x.contact, x.note, $4, $5, $3 from json_to_recordset($2::json) as x(id uuid, contact uuid, note text)`,
);
const insertOptIns = sql(
  'contacts/import-opt-ins',
  `with new as (
     insert into contact_opt_ins (workspace_id, id, contact_id, state, channel, source, text, at, recorded_at, actor_kind, actor_id)
     select $1, x.id, x.contact, 'in', 'whatsapp', $4, $5, $3, $3, $6, $7
       from json_to_recordset($2::json) as x(id uuid, contact uuid)
       join contacts c on c.id = x.contact and c.opt_in = 'unknown'
     returning contact_id)
   update contacts c set opt_in = 'in' where c.id in (select contact_id from new)`,
);

interface Placed {
  readonly draft: Draft;
  readonly contactId: string;
  readonly known: boolean;
  /** Those that are nobody's yet. */
  readonly free: Draft['identities'];
}

const keyOf = ({ kind, key }: { kind: string; key: string }): string => `${kind} ${key}`;

/** Brings drafts in, in a few statements for all of them. No two of them share an identity: the caller sees to that. */
export async function storeDrafts(
  tx: Tx,
  ctx: WorkspaceCtx,
  plan: ImportPlan,
  drafts: readonly Draft[],
): Promise<StoredDrafts> {
  const owners = await findOwners(tx, drafts);
  const problems: LineProblem[] = [];
  const placed: Placed[] = [];
  let skipped = 0;
  for (const draft of drafts) {
    const owned = new Set(draft.identities.flatMap((one) => owners.get(keyOf(one)) ?? []));
    const free = draft.identities.filter((one) => !owners.has(keyOf(one)));
    const [owner] = owned;
    if (owner === undefined || plan.onDuplicate === 'create')
      placed.push({ draft, contactId: ctx.ids.uuid(), known: false, free });
    else if (owned.size > 1) problems.push({ line: draft.line, column: null, problem: 'several_people', value: null });
    else if (plan.onDuplicate === 'skip') skipped++;
    else placed.push({ draft, contactId: owner, known: true, free });
  }
  if (placed.length > 0) await write(tx, ctx, plan, placed);
  const updated = placed.filter((one) => one.known).length;
  return { created: placed.length - updated, updated, skipped, problems };
}

async function findOwners(tx: Tx, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const all = drafts.flatMap((draft) => draft.identities);
  const keys = [all.map((one) => one.kind), all.map((one) => one.key)];
  const rows = await tx.rows<{ kind: string; key: string; contactId: string }>(ownersOf, keys);
  return new Map(rows.map((row) => [keyOf(row), row.contactId]));
}

async function write(tx: Tx, ctx: WorkspaceCtx, plan: ImportPlan, placed: readonly Placed[]): Promise<void> {
  const [workspaceId, now] = [ctx.workspaceId, ctx.clock.now()];
  const { kind, id: actorId = null } = ctx.actor;
  const tags = await tagIdsOf(tx, ctx, placed);
  const rows = placed.map(({ draft, contactId, known }) => {
    const own = draft.tags.flatMap((tag) => tags.get(tag.toLowerCase()) ?? []);
    const tagIds = [...new Set([...plan.tagIds, ...own])].sort();
    return { id: contactId, known, name: draft.name, tags: tagIds, fields: draft.fields };
  });
  const [known, fresh] = [rows.filter((row) => row.known), rows.filter((row) => !row.known)];
  if (fresh.length > 0) await tx.run(insertContacts, [workspaceId, JSON.stringify(fresh), now]);
  if (known.length > 0) await tx.run(updateContacts, [JSON.stringify(known), now]);
  const identities = placed.flatMap(({ free, contactId }) =>
    free.map((one) => ({ id: ctx.ids.uuid(), contact: contactId, ...one })),
  );
  const won = await tx.rows(insertIdentities, [workspaceId, JSON.stringify(identities), now]);
  // A customer wrote at this very moment: the chunk is done again, and finds them.
  if (won.length < identities.length) throw new Fault('conflict', 'an identity was taken while it was brought in');
  const about = placed.map(({ draft, contactId }) => ({ id: ctx.ids.uuid(), contact: contactId, note: draft.note }));
  const notes = about.filter(({ note }) => note !== null);
  if (notes.length > 0) await tx.run(insertNotes, [workspaceId, JSON.stringify(notes), now, kind, actorId]);
  if (plan.optIn !== undefined) {
    const { source, text = null } = plan.optIn;
    await tx.run(insertOptIns, [workspaceId, JSON.stringify(about), now, source, text, kind, actorId]);
  }
  await record(
    tx,
    ctx,
    placed.map((one) => ({ type: one.known ? 'contact.changed' : 'contact.created', contactId: one.contactId })),
  );
}

async function tagIdsOf(tx: Tx, ctx: WorkspaceCtx, placed: readonly Placed[]): Promise<Map<string, string>> {
  const names = [...new Set(placed.flatMap(({ draft }) => draft.tags))];
  if (names.length === 0) return new Map();
  const ids = names.map(() => ctx.ids.uuid());
  const rows = await tx.rows<{ id: string; name: string }>(makeTags, [ctx.workspaceId, ids, names]);
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}
