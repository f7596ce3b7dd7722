import type { Ctx } from '@balcao/kernel';
import type { Db } from './db.ts';

export interface DbCtx extends Ctx {
  readonly db: Db;
}

export interface WorkspaceCtx extends DbCtx {
  readonly workspaceId: string;
}
