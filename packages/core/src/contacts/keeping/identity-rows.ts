import { sql } from '@balcao/db';

// Index: contact_identities_key.
export const ownersOf = sql(
  'contacts/owners-of',
  `select k.kind, k.key, i.contact_id as "contactId" from unnest($1::text[], $2::text[]) as k(kind, key)
    cross join lateral (select i.contact_id from contact_identities i where i.kind = k.kind and i.key = k.key limit 1) i`,
);

export const giveIdentities = sql(
  'contacts/give-identities',
  `insert into contact_identities (workspace_id, id, contact_id, kind, key, value, e164, typed, digits, reason, first_seen_at, last_seen_at)
   select $1, x.id, $2, x.kind, x.key, x.value, x.e164, x.typed, x.digits, $4, $5, $5
     from json_to_recordset($3::json) as x(id uuid, kind text, key text, value text, e164 text, typed text, digits text) order by x.kind, x.key
   on conflict (workspace_id, kind, key) do nothing returning id`,
);

export const takeIdentity = sql(
  'contacts/take-identity',
  `delete from contact_identities where id = $1 and contact_id = $2 and (select count(*) from contact_identities where contact_id = $2) > 1 returning id`,
);
