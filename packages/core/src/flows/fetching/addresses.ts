import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';

export interface FlowAddress {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Names only: what they hold is told to nobody again. */
  readonly headers: readonly string[];
  readonly updatedAt: Date;
}

export interface AddressToSave {
  readonly name: string;
  readonly url: string;
  /** Without a value the kept one stays. */
  readonly headers: readonly { readonly name: string; readonly value?: string | undefined }[];
}

interface Row {
  id: string;
  name: string;
  url: string;
  headers: string | null;
  updatedAt: Date;
}

const columns = `id, name, url, headers, updated_at as "updatedAt"`;
const all = sql('flows/list-addresses', `select ${columns} from flow_addresses order by lower(name)`);
const byName = sql(
  'flows/address-by-name',
  `select ${columns} from flow_addresses where lower(name) = lower($1) for update`,
);
const byNameNow = sql('flows/address-of-fetch', `select ${columns} from flow_addresses where lower(name) = lower($1)`);
const put = sql(
  'flows/save-address',
  `insert into flow_addresses (workspace_id, id, name, url, headers, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)
   on conflict (workspace_id, lower(name)) do update set name = excluded.name, url = excluded.url, headers = excluded.headers,
     updated_at = excluded.updated_at returning ${columns}`,
);
const remove = sql('flows/remove-address', 'delete from flow_addresses where id = $1 returning id');

type Headers = Readonly<Record<string, string>>;

/** Bound to the address's name: sealed headers that are moved to another address or company do not open. */
export const sealedAt = (workspaceId: string, name: string) =>
  `${workspaceId}:flow_addresses.headers:${name.toLowerCase()}`;

const openHeaders = (ctx: WorkspaceCtx, row: Row): Headers =>
  row.headers === null ? {} : (JSON.parse(ctx.keys.open(row.headers, sealedAt(ctx.workspaceId, row.name))) as Headers); // sealed by us

const present = (ctx: WorkspaceCtx, row: Row): FlowAddress => ({
  id: row.id,
  name: row.name,
  url: row.url,
  headers: Object.keys(openHeaders(ctx, row)),
  updatedAt: row.updatedAt,
});

/** Addresses that flows of this workspace may call by name, with their credentials. */
export async function listAddresses(ctx: WorkspaceCtx, tx: Tx): Promise<FlowAddress[]> {
  return (await tx.rows<Row>(all)).map((row) => present(ctx, row));
}

export async function addressByName(ctx: WorkspaceCtx, tx: Tx, name: string) {
  const row = await tx.one<Row>(byNameNow, [name]);
  return row === undefined ? undefined : { url: row.url, headers: openHeaders(ctx, row) };
}

/** One for each name. Headers are kept sealed. */
export async function saveAddress(ctx: WorkspaceCtx, tx: Tx, input: AddressToSave): Promise<FlowAddress> {
  const parsed = URL.canParse(input.url) ? new URL(input.url) : undefined;
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.search !== '' || parsed.hash !== '')
    throw new Fault('invalid_input', 'an address begins with https:// and has no user, question mark or #', {
      issues: [{ path: 'url', problem: 'not a plain https address' }],
    });
  const before = await tx.one<Row>(byName, [input.name]);
  // Kept values never follow the address to another server: whoever changes it must know them.
  const kept = before !== undefined && new URL(before.url).origin === parsed.origin ? openHeaders(ctx, before) : {};
  const headers = Object.fromEntries(
    input.headers.flatMap(({ name, value }) => {
      const known = value ?? kept[name.toLowerCase()];
      return known === undefined ? [] : [[name.toLowerCase(), known]];
    }),
  );
  const sealed =
    Object.keys(headers).length === 0
      ? null
      : ctx.keys.seal(JSON.stringify(headers), sealedAt(ctx.workspaceId, input.name));
  const now = ctx.clock.now();
  const row = await tx.one<Row>(put, [ctx.workspaceId, ctx.ids.uuid(), input.name, parsed.href, sealed, now]);
  if (row === undefined) throw new Fault('internal', 'an address was not kept');
  await record(tx, ctx, [{ type: 'flow_address.saved', data: { addressId: row.id } }]);
  return present(ctx, row);
}

export async function removeAddress(ctx: WorkspaceCtx, tx: Tx, addressId: string): Promise<boolean> {
  const row = await tx.one(remove, [addressId]);
  if (row === undefined) return false;
  await record(tx, ctx, [{ type: 'flow_address.removed', data: { addressId } }]);
  return true;
}
