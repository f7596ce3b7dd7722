import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { getPrompt } from './get-prompt.ts';

const unlink = sql(
  'governance/unlink-draft',
  `update prompt_versions d set based_on = p.based_on from prompt_versions p
    where d.workspace_id = $1 and d.based_on = $2 and p.workspace_id = $1 and p.id = $2 and p.state = 'draft'`,
);
const remove = sql(
  'governance/delete-draft',
  `delete from prompt_versions where workspace_id = $1 and id = $2 and state = 'draft'`,
);

/** Only drafts: records of answers name what was published. */
export async function deleteDraft(tx: Tx, ctx: WorkspaceCtx, promptId: string): Promise<void> {
  await tx.run(unlink, [ctx.workspaceId, promptId]);
  if ((await tx.run(remove, [ctx.workspaceId, promptId])) === 0) {
    await getPrompt(tx, promptId);
    throw new Fault('conflict', 'it is published: it stays in the books');
  }
  await record(tx, ctx, [{ type: 'bot.prompt_deleted', data: { promptId } }]);
}
