import type { Tx, WorkspaceCtx } from '@balcao/db';
import { allIdsOf } from '../../contacts/index.ts';
import { lock, ofContacts } from '../../conversations/index.ts';
import { CONTACT_BLOCKED, findPlace, forgetTurns, withdrawReplies } from '../../messages/index.ts';

/** Somebody is blocked: what the bot was about to say to them, or to think of, is dropped. Returns how many replies it was. */
export async function hushContact(ctx: WorkspaceCtx, tx: Tx, contactId: string): Promise<number> {
  const talks = [...(await ofContacts(ctx, tx, await allIdsOf(tx, contactId)))].sort();
  await lock(ctx, tx, talks);
  await forgetTurns(ctx, tx, talks);
  let dropped = 0;
  for (const id of talks) dropped += await withdrawReplies(ctx, tx, await findPlace(ctx, tx, id), CONTACT_BLOCKED);
  return dropped;
}
