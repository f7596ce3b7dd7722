import { sql } from '@balcao/db';

// Indexes: contact_identities_key, then contacts_pkey. The whole of `identify` when everybody is known. Lateral, so that a plan
// kept from when the tables were empty does not read all of them.
export const known = sql(
  'contacts/known',
  `select i.id, i.kind, i.key, i.contact_id as "contactId", i.value, c.profile_name as "profileName", c.username,
          c.blocked, i.last_seen_at < $3 as stale
     from unnest($1::text[], $2::text[]) as k(kind, key)
     cross join lateral (select i.* from contact_identities i where i.kind = k.kind and i.key = k.key limit 1) i
     cross join lateral (
       select c.profile_name, c.username, c.blocked_at is not null as blocked from contacts c where c.workspace_id = i.workspace_id and c.id = i.contact_id limit 1
     ) c`,
);

// New people and new identities of old ones in one statement. Sorted, so that two processes wait for each other in one order;
// an identity that somebody else just wrote is left out, and so is one for a contact that has been merged away meanwhile.
export const link = sql(
  'contacts/link',
  `with wanted as (
     select * from json_to_recordset($2::json) as w(id uuid, contact_id uuid, fresh boolean, kind text, key text, value text, e164 text,
                                                    digits text, reason text, seen_with uuid, profile_name text, username text)),
   alive as (
     select c.id from contacts c
      where c.workspace_id = $1 and c.merged_into is null and c.id in (select w.contact_id from wanted w where not w.fresh)
      order by c.id for key share),
   won as (
     insert into contact_identities (workspace_id, id, contact_id, kind, key, value, e164, digits, reason, seen_with, first_seen_at, last_seen_at)
     select $1, w.id, w.contact_id, w.kind, w.key, w.value, w.e164, w.digits, w.reason, w.seen_with, $3, $3 from wanted w
      where w.fresh or w.contact_id in (select a.id from alive a) order by w.kind, w.key
     on conflict (workspace_id, kind, key) do nothing
     returning contact_id),
   born as (
     insert into contacts (workspace_id, id, profile_name, username, created_at, updated_at)
     select distinct $1::uuid, w.contact_id, w.profile_name, w.username, $3::timestamptz, $3::timestamptz from wanted w
      where w.fresh and w.contact_id in (select n.contact_id from won n))
   select contact_id as "contactId" from won`,
);

export const touch = sql(
  'contacts/touch',
  `with t as materialized (select * from json_to_recordset($1::json) as t(id uuid, value text))
   update contact_identities i set value = t.value, last_seen_at = $2
     from t where i.id = any(array(select id from t)) and i.id = t.id`,
);

export const rename = sql(
  'contacts/rename',
  `with n as materialized (select * from json_to_recordset($1::json) as n(id uuid, profile_name text, username text))
   update contacts c set profile_name = coalesce(n.profile_name, c.profile_name), username = coalesce(n.username, c.username), updated_at = $2
     from n
    where c.id = any(array(select id from n)) and c.id = n.id and (coalesce(n.profile_name, c.profile_name), coalesce(n.username, c.username))
                          is distinct from (c.profile_name, c.username)`,
);

/** Merges among these contacts that a person undid: by where each side stands now. */
export const partedByPerson = sql(
  'contacts/parted-by-person',
  `with recursive stand as (
     select m.id as merge_id, s.side, s.contact_id from contact_merges m
      cross join lateral (values ('from', m.from_id), ('into', m.into_id)) as s(side, contact_id) where m.undone_at is not null
     union all
     select stand.merge_id, stand.side, c.merged_into from stand join contacts c on c.id = stand.contact_id
      where c.merged_into is not null),
   final as (
     select s.merge_id, s.side, s.contact_id from stand s join contacts c on c.id = s.contact_id and c.merged_into is null)
   select distinct f.contact_id as "one", i.contact_id as "other"
     from final f join final i on i.merge_id = f.merge_id and i.side = 'into'
    where f.side = 'from' and f.contact_id <> i.contact_id and f.contact_id = any ($1) and i.contact_id = any ($1)`,
);

/** Where a contact's things are now. */
export const survivor = sql(
  'contacts/survivor',
  `with recursive chain as (
     select id, merged_into from contacts where id = $1
     union all
     select c.id, c.merged_into from chain join contacts c on c.id = chain.merged_into)
   select id from chain where merged_into is null`,
);

export const lockContacts = sql(
  'contacts/lock',
  `select id, name, profile_name as "profileName", username, merged_into as "mergedInto", tag_ids as "tagIds", fields, opt_in as "optIn",
          blocked_at as "blockedAt", blocked_reason as "blockedReason"
     from contacts where id = any ($1) order by id for update`,
);
