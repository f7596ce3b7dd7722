import type { Tx, WorkspaceCtx } from '@balcao/db';
import { settle } from './sightings/settle.ts';
import { sightsOf } from './sightings/sights-of.ts';
import type { Identified, Sender } from './types.ts';

/** The customer moved to another number: the new one is the same person's, and so is whatever else the notice names. */
export async function changeNumber(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly previous: Sender; readonly current: Sender },
): Promise<Identified> {
  const sights = [...sightsOf(input.previous), ...sightsOf(input.current)];
  const { username, profileName } = input.current;
  return await settle(tx, ctx, [{ sights, reason: 'changed_number', username, profileName }]);
}
