import type { Tx, WorkspaceCtx } from '@balcao/db';
import type { From } from './from.ts';
import { type AccessAction, insertAccess } from './insert.ts';

export interface AccessEntry {
  readonly action: AccessAction;
  readonly subjectKind?: string;
  readonly subjectId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Within the change's own transaction, by whoever `ctx` says. */
export async function logAccess(tx: Tx, ctx: WorkspaceCtx, entry: AccessEntry, from?: From): Promise<void> {
  const { actor } = ctx;
  const row = {
    ...entry,
    workspaceId: ctx.workspaceId,
    id: ctx.ids.uuid(),
    at: ctx.clock.now(),
    memberId: actor.kind === 'person' ? actor.id : undefined,
    apiKeyId: actor.kind === 'api_key' ? actor.id : undefined,
    address: from?.address,
    device: from?.device,
  };
  await insertAccess(tx, [row]);
}
