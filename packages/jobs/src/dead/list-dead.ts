import { conveyorStatement, type DbCtx, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import { selectDead } from '../rows.ts';

export interface DeadJob {
  readonly id: string;
  readonly workspaceId: string | null;
  readonly name: string;
  readonly payload: unknown;
  readonly reason: string;
  readonly attempts: number;
  readonly enqueuedAt: Date;
  readonly failedAt: Date;
}

export interface DeadFilter {
  readonly name?: string;
  /** The id of the last one seen: the next page begins after it. */
  readonly before?: string;
  /** Default 50. */
  readonly limit?: number;
}

/** Newest first. With a workspace in `ctx` that workspace's, else the whole house's. */
export function listDead(ctx: DbCtx | WorkspaceCtx, filter: DeadFilter = {}): Promise<DeadJob[]> {
  const { name = null, before = null, limit = 50 } = filter;
  if ('workspaceId' in ctx) return workspaceStatement<DeadJob>(ctx, selectDead, [ctx.workspaceId, name, before, limit]);
  return conveyorStatement<DeadJob>(ctx, selectDead, [null, name, before, limit]);
}
