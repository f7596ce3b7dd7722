import type { Tx, WorkspaceCtx } from '@balcao/db';
import { settle } from './sightings/settle.ts';
import { sightsOf } from './sightings/sights-of.ts';
import type { Identified, Sender } from './types.ts';

/**
 * Whose are these senders? One statement when everybody is known. Identities seen in one message become one person's; when two
 * contacts turn out to be one, they are merged, unless a person had undone that merge before.
 */
export async function identify(tx: Tx, ctx: WorkspaceCtx, senders: readonly Sender[]): Promise<Identified> {
  return await settle(
    tx,
    ctx,
    senders.map((sender) => ({
      sights: sightsOf(sender),
      reason: 'seen_together',
      username: sender.username,
      profileName: sender.profileName,
    })),
  );
}
