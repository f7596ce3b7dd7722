import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { settle } from './sightings/settle.ts';
import { sightsOf } from './sightings/sights-of.ts';
import type { Identified, Sender } from './types.ts';

export interface AppSyncEntry {
  readonly person: Sender;
  /** As the owner wrote it in the phone's address book. */
  readonly name?: string | undefined;
}

// A name that somebody gave here stays.
const nameNameless = sql(
  'contacts/name-nameless',
  `update contacts c set name = n.name, updated_at = $2 from json_to_recordset($1::json) as n(id uuid, name text)
    where c.id = n.id and c.name is null`,
);

/** The phone app's address book (coexistence). Removing somebody there removes nobody here. */
export async function addFromAppSync(tx: Tx, ctx: WorkspaceCtx, entries: readonly AppSyncEntry[]): Promise<Identified> {
  const identified = await settle(
    tx,
    ctx,
    entries.map(({ person }) => ({ sights: sightsOf(person), reason: 'app_sync' })),
  );
  const names = new Map<string, { id: string; name: string }>();
  for (const [n, { contactId }] of identified.people.entries()) {
    const name = entries[n]?.name?.trim();
    if (name !== undefined && name !== '') names.set(contactId, { id: contactId, name });
  }
  const sorted = [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sorted.length > 0) await tx.run(nameNameless, [JSON.stringify(sorted), ctx.clock.now()]);
  return identified;
}
