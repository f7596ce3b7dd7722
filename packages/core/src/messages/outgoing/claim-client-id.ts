import type { Tx, WorkspaceCtx } from '@balcao/db';
import { claimClientId as claim, messageOfClientId } from './rows.ts';

/** A message as whoever queued it is told of it. */
export interface KnownMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly clientId: string | null;
  readonly seq: number;
  readonly status: string;
}

/** The composer's own name of a message: undefined when it is new, else the message that has it already. */
export async function claimClientId(
  ctx: WorkspaceCtx,
  tx: Tx,
  name: { readonly conversationId: string; readonly clientId: string; readonly messageId: string },
): Promise<KnownMessage | undefined> {
  const { conversationId, clientId, messageId } = name;
  if ((await tx.run(claim, [ctx.workspaceId, conversationId, clientId, messageId])) > 0) return undefined;
  return await tx.one<KnownMessage>(messageOfClientId, [ctx.workspaceId, conversationId, clientId]);
}
