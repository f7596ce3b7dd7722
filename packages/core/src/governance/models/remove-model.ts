import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { touchBot } from '../settings/touch-bot.ts';

const remove = sql('governance/remove-model', 'delete from bot_models where workspace_id = $1 and id = $2');

/** What it cost stays in the books, by its name. */
export async function removeModel(tx: Tx, ctx: WorkspaceCtx, modelId: string): Promise<void> {
  await touchBot(tx, ctx);
  if ((await tx.run(remove, [ctx.workspaceId, modelId])) === 0)
    throw new Fault('not_found', `there is no model "${modelId}"`);
  await record(tx, ctx, [{ type: 'bot.model_removed', data: { modelId } }]);
}
