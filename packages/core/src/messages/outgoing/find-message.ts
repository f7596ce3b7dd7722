import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { findMessage as find } from './rows.ts';

export interface FoundMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  readonly origin: string;
  readonly kind: string;
  readonly text: string | null;
  readonly content: unknown;
  readonly status: string;
  readonly providerId: string | null;
  readonly replyTo: string | null;
  readonly revokedAt: Date | null;
  readonly errorCode: number | null;
}

export async function findMessage(ctx: WorkspaceCtx, tx: Tx, messageId: string): Promise<FoundMessage> {
  const found = await tx.one<FoundMessage>(find, [ctx.workspaceId, messageId]);
  if (found === undefined) throw new Fault('not_found', `there is no message "${messageId}"`);
  return found;
}
