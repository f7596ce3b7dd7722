import type { Tx, WorkspaceCtx } from '@balcao/db';
import { rename, touch } from '../rows.ts';
import type { KnownIdentity, Sighting } from '../types.ts';
import { nameOf } from './group-sightings.ts';

interface Round {
  readonly sightings: readonly Sighting[];
  readonly found: ReadonlyMap<string, KnownIdentity>;
}

/** What the webhook says of people we know: written only when it differs. The last sighting of a batch wins. */
export async function keepFresh(tx: Tx, ctx: WorkspaceCtx, { sightings, found }: Round): Promise<void> {
  const values = new Map<KnownIdentity, string>();
  const names = new Map<string, { row: KnownIdentity; profileName: string | null; username: string | null }>();
  for (const sighting of sightings) {
    const rows = sighting.sights.map((sight) => found.get(nameOf(sight)));
    for (const [n, row] of rows.entries())
      if (row !== undefined) values.set(row, sighting.sights[n]?.value ?? row.value);
    const row = rows.find((one) => one !== undefined);
    if (row === undefined) continue;
    const said = names.get(row.contactId) ?? { row, profileName: row.profileName, username: row.username };
    const { profileName = said.profileName, username = said.username } = sighting;
    names.set(row.contactId, { row, profileName, username });
  }
  const touched = [...values]
    .filter(([row, value]) => row.stale || row.value !== value)
    .map(([row, value]) => ({ id: row.id, value }));
  const renamed = [...names.values()]
    .filter(({ row, ...said }) => said.profileName !== row.profileName || said.username !== row.username)
    .map(({ row, ...said }) => ({ id: row.contactId, profile_name: said.profileName, username: said.username }));
  const now = ctx.clock.now();
  if (touched.length > 0) await tx.run(touch, [inOneOrder(touched), now]);
  if (renamed.length > 0) await tx.run(rename, [inOneOrder(renamed), now]);
}

/** All who lock rows do it in the order of their ids. */
const inOneOrder = (rows: { id: string }[]) => JSON.stringify(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
