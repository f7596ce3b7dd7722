import { sql, type Tx } from '@balcao/db';
import { Fault, formatPhone } from '@balcao/kernel';
import { findContactIds } from '../../search/index.ts';
import type { FieldValues, OptInState } from '../card.ts';
import { listFields } from '../fields/list-fields.ts';
import { normaliseValue } from '../fields/normalise-value.ts';

/** Which contacts; all that are given hold at once. */
export interface ContactFilter {
  readonly q?: string | undefined;
  readonly tagId?: string | undefined;
  readonly blocked?: boolean | undefined;
  readonly optIn?: OptInState | undefined;
  readonly fieldId?: string | undefined;
  readonly fieldValue?: string | undefined;
}

export interface ContactInList {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly tagIds: string[];
  readonly fields: FieldValues;
  readonly optIn: OptInState;
  readonly blocked: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ContactPage {
  readonly order: 'name' | 'recent';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A search shows its best; whoever wants others types more. */
const MOST_FOUND = 200;
const COUNTED = 10_000;

const listed = `c.id, coalesce(c.name, c.profile_name, c.username) as name, p.e164, p.value, e.email, c.tag_ids as "tagIds", c.fields,
          c.opt_in as "optIn", c.blocked_at is not null as blocked, c.created_at as "createdAt", c.updated_at as "updatedAt", c.search_name as "searchName"`;
// Indexes: contacts_pkey, contact_identities_of_contact.
const beside = `cross join lateral (select c.* from contacts c where c.id = k.id and c.merged_into is null limit 1) c
     left join lateral (
       select i.e164, i.value from contact_identities i where i.contact_id = c.id and i.kind = 'phone' order by i.last_seen_at desc limit 1) p on true
     left join lateral (select i.value as email from contact_identities i where i.contact_id = c.id and i.kind = 'email' limit 1) e on true`;

// Indexes, inside the function: contacts_by_name, contacts_pkey, contacts_facets, contacts_blocked, contacts_opted_out.
const page = sql(
  'contacts/list',
  `select ${listed} from list_contacts($1, $2, $3, $4, $5, $6, $7, $8, $9) with ordinality as k(id, n) ${beside} order by k.n`,
);
const count = sql(
  'contacts/count',
  'select count(*)::int as n from list_contacts($7, null, null, $1, $2, $3, $4, $5, $6)',
);
const found = sql(
  'contacts/list-found',
  `select ${listed} from unnest($1::uuid[]) with ordinality as k(id, n) ${beside}
    where ($2::uuid is null or c.tag_ids @> array[$2::uuid]) and ($3::boolean is null or (c.blocked_at is not null) = $3)
      and ($4::text is null or c.opt_in = $4) and ($5::jsonb is null or c.fields @> $5) and ($6::text is null or c.fields ? $6)
    order by case when $7 then c.search_name end, k.n`,
);

interface Row extends Omit<ContactInList, 'phone'> {
  readonly e164: string | null;
  readonly value: string | null;
  readonly searchName: string;
}

const present = ({ e164, value, searchName: _searchName, ...row }: Row): ContactInList => ({
  ...row,
  phone: e164 === null ? value : formatPhone(e164),
});

type Facets = readonly [string | null, boolean | null, string | null, string | null, string | null];

/** The filter in the database's words; undefined when nothing can match it. */
async function facetsOf(tx: Tx, filter: ContactFilter): Promise<Facets | undefined> {
  const { tagId = null, blocked = null, optIn = null, fieldId, fieldValue } = filter;
  if (fieldId === undefined) return [tagId, blocked, optIn, null, null];
  if (fieldValue === undefined) return [tagId, blocked, optIn, null, fieldId];
  const field = (await listFields(tx)).find((one) => one.id === fieldId);
  const normal = field && normaliseValue(field, fieldValue);
  if (normal === undefined || !('value' in normal)) return undefined;
  return [tagId, blocked, optIn, JSON.stringify({ [fieldId]: normal.value }), null];
}

export async function listContacts(
  tx: Tx,
  filter: ContactFilter,
  { order, after, limit }: ContactPage,
): Promise<{ contacts: ContactInList[]; next: string | null }> {
  const facets = await facetsOf(tx, filter);
  if (facets === undefined) return { contacts: [], next: null };
  const byName = order === 'name';
  if (filter.q !== undefined) {
    const ids = await findContactIds(tx, filter.q, MOST_FOUND);
    const rows = await tx.rows<Row>(found, [ids, ...facets, byName]);
    return { contacts: rows.map(present), next: null };
  }
  const [name, id] = after === undefined ? [null, null] : readCursor(after);
  const rows = await tx.rows<Row>(page, [byName, name, id, ...facets, limit + 1]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { contacts: shown.map(present), next: last === undefined ? null : writeCursor(last) };
}

/** Counted up to ten thousand: nobody waits for more. */
export async function countContacts(tx: Tx, filter: ContactFilter): Promise<{ count: number; capped: boolean }> {
  const facets = await facetsOf(tx, filter);
  if (facets === undefined) return { count: 0, capped: false };
  if (filter.q !== undefined) {
    const ids = await findContactIds(tx, filter.q, MOST_FOUND);
    const rows = await tx.rows<Row>(found, [ids, ...facets, false]);
    return { count: rows.length, capped: ids.length === MOST_FOUND };
  }
  // All of them are counted in contacts_by_name alone, without a look at the contacts.
  const all = facets.every((facet) => facet === null);
  const n = (await tx.one<{ n: number }>(count, [...facets, COUNTED + 1, all]))?.n ?? 0;
  return { count: Math.min(n, COUNTED), capped: n > COUNTED };
}

const writeCursor = (row: Row): string =>
  Buffer.from(JSON.stringify([row.searchName.slice(0, 300), row.id])).toString('base64url');

function readCursor(text: string): [string, string] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(read) && typeof read[0] === 'string' && /^[0-9a-f-]{36}$/.test(String(read[1])))
      return [read[0], String(read[1])];
  } catch {
    // said below
  }
  throw new Fault('invalid_input', 'the cursor is not one that this list gave');
}
