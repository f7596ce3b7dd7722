import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { findWishes, keepWishes } from './rows.ts';

export interface Wishes {
  readonly mentions: boolean;
  readonly assigned: boolean;
  readonly messages: boolean;
  readonly queue: boolean;
  readonly showText: boolean;
}

/** What a member wants to be told of, and through how many browsers. */
export async function wishesOf(
  ctx: WorkspaceCtx,
  tx: Tx,
  memberId: string,
): Promise<{ wishes: Wishes; browsers: number }> {
  const found = await tx.one<Wishes & { browsers: number }>(findWishes, [ctx.workspaceId, memberId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such member');
  const { browsers, ...wishes } = found;
  return { wishes, browsers };
}

/** What is left out stays. */
export async function setWishes(
  ctx: WorkspaceCtx,
  tx: Tx,
  memberId: string,
  change: { readonly [K in keyof Wishes]?: boolean | undefined },
): Promise<Wishes> {
  const { wishes: before } = await wishesOf(ctx, tx, memberId);
  const wishes: Wishes = {
    mentions: change.mentions ?? before.mentions,
    assigned: change.assigned ?? before.assigned,
    messages: change.messages ?? before.messages,
    queue: change.queue ?? before.queue,
    showText: change.showText ?? before.showText,
  };
  const { mentions, assigned, messages, queue, showText } = wishes;
  await tx.run(keepWishes, [ctx.workspaceId, memberId, mentions, assigned, messages, queue, showText]);
  return wishes;
}
