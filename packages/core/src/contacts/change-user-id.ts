import type { Tx, WorkspaceCtx } from '@balcao/db';
import { settle } from './sightings/settle.ts';
import { sightsOf } from './sightings/sights-of.ts';
import type { Identified, Sender } from './types.ts';

/** WhatsApp gave the customer another business-scoped id; no phone need be shared. */
export async function changeUserId(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly previous: Sender; readonly current: Sender },
): Promise<Identified> {
  const sights = [...sightsOf(input.previous), ...sightsOf(input.current)];
  const { username, profileName } = input.current;
  return await settle(tx, ctx, [{ sights, reason: 'changed_user_id', username, profileName }]);
}
