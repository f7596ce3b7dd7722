import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { touchBot } from '../settings/touch-bot.ts';
import type { ModelPurpose } from '../settings/types.ts';

const own = sql('governance/models-of-purpose', 'select id from bot_models where purpose = $1 order by position, id');
const place = sql(
  'governance/place-models',
  `update bot_models m set position = o.place - 1
     from unnest($2::uuid[]) with ordinality as o(id, place) where m.workspace_id = $1 and m.id = o.id`,
);

/** Who is asked first, and who when that one fails. Named are all of one purpose, or somebody added one meanwhile. */
export async function orderModels(
  tx: Tx,
  ctx: WorkspaceCtx,
  { purpose, modelIds }: { readonly purpose: ModelPurpose; readonly modelIds: readonly string[] },
): Promise<void> {
  await touchBot(tx, ctx);
  const known = (await tx.rows<{ id: string }>(own, [purpose])).map(({ id }) => id);
  const same = known.length === modelIds.length && new Set(modelIds).size === known.length;
  if (!same || !known.every((id) => modelIds.includes(id)))
    throw new Fault('conflict', 'these are not the models of this purpose');
  await tx.run(place, [ctx.workspaceId, modelIds]);
  await record(tx, ctx, [{ type: 'bot.models_ordered', data: { purpose, modelIds } }]);
}
