import type { Tx, WorkspaceCtx } from '@balcao/db';
import { type StateRow, versionOf } from '../learning/learn.ts';
import { readModelFacts, readState } from '../rows.ts';
import { startingModel } from '../starting-set/starting-model.ts';
import type { Evaluation } from '../types.ts';

export interface ModelState {
  readonly version: string;
  readonly madeAt: Date | null;
  readonly pending: boolean;
  readonly evaluation: Evaluation;
}

/** By which model a company goes, and how good it is. */
export async function readModelState(ctx: WorkspaceCtx, tx: Tx): Promise<ModelState> {
  const state = await tx.one<StateRow>(readState, [ctx.workspaceId]);
  const version = state?.version ?? null;
  const facts =
    version === null
      ? undefined
      : await tx.one<{ evaluation: Evaluation; madeAt: Date }>(readModelFacts, [ctx.workspaceId, version]);
  const starting = startingModel();
  return {
    version: facts === undefined ? starting.version : (version ?? starting.version),
    madeAt: facts?.madeAt ?? null,
    pending:
      state !== undefined &&
      (state.learned < state.changes || (version !== null && version !== versionOf(state.learned))),
    evaluation: facts?.evaluation ?? starting.evaluation,
  };
}
