import type { Tx, WorkspaceCtx } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { thresholdOf } from '../load-classifier.ts';
import { setThreshold as set } from '../rows.ts';

/** Null: the project's value again. What holds now. */
export async function setThreshold(ctx: WorkspaceCtx, tx: Tx, threshold: number | null): Promise<number> {
  await tx.run(set, [ctx.workspaceId, threshold, ctx.clock.now()]);
  await record(tx, ctx, [{ type: 'intents.threshold_set', data: { threshold } }]);
  return thresholdOf({ threshold });
}
