import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { touchBot } from '../settings/touch-bot.ts';
import { getPrompt } from './get-prompt.ts';

const publish = sql(
  'governance/publish-prompt',
  `update prompt_versions set state = 'published', published_at = $3, updated_at = $3
    where workspace_id = $1 and id = $2 and state = 'draft' and ($4::timestamptz is null or updated_at = $4)`,
);
const point = sql(
  'governance/point-at-prompt',
  'update bot_settings set prompt_version_id = $2 where workspace_id = $1 and prompt_version_id is distinct from $2',
);
const note = sql(
  'governance/note-prompt-change',
  'insert into prompt_changes (workspace_id, id, at, prompt_version_id, actor_kind, actor_id) values ($1, $2, $3, $4, $5, $6)',
);

/** From the next answer on it is this one. `ifUpdatedAt`: published is the text that was looked at, and no other. */
export async function publishPrompt(
  tx: Tx,
  ctx: WorkspaceCtx,
  { promptId, ifUpdatedAt }: { readonly promptId: string; readonly ifUpdatedAt?: Date | undefined },
): Promise<void> {
  await touchBot(tx, ctx);
  if ((await tx.run(publish, [ctx.workspaceId, promptId, ctx.clock.now(), ifUpdatedAt ?? null])) === 0) {
    const { state } = await getPrompt(tx, promptId);
    throw new Fault(
      'conflict',
      state === 'published' ? 'it is published already' : 'somebody saved this draft meanwhile',
    );
  }
  await pointAt(tx, ctx, promptId, 'bot.prompt_published');
}

/** Back to one that was published before; null: to the program's own. */
export async function rollBackPrompt(tx: Tx, ctx: WorkspaceCtx, promptId: string | null): Promise<void> {
  await touchBot(tx, ctx);
  if (promptId !== null && (await getPrompt(tx, promptId)).state !== 'published')
    throw new Fault('conflict', 'a draft is published, not rolled back to');
  await pointAt(tx, ctx, promptId, 'bot.prompt_rolled_back');
}

async function pointAt(
  tx: Tx,
  ctx: WorkspaceCtx,
  promptId: string | null,
  type: 'bot.prompt_published' | 'bot.prompt_rolled_back',
): Promise<void> {
  if ((await tx.run(point, [ctx.workspaceId, promptId])) === 0) return;
  const { kind, id } = ctx.actor;
  await tx.run(note, [ctx.workspaceId, ctx.ids.uuid(), ctx.clock.now(), promptId, kind, id ?? null]);
  await record(tx, ctx, [{ type, data: { promptId } }]);
}
