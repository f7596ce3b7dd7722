import type { BotSettings, BotSubject } from '@balcao/contract';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { readBot } from './read-bot.ts';
import { touchBot } from './touch-bot.ts';
import type { Bot } from './types.ts';

/** What is not named stays as it is. */
export type BotChange = {
  readonly [S in BotSubject]?: { readonly [F in keyof BotSettings[S]]?: BotSettings[S][F] | undefined } | undefined;
};

const current = sql('governance/version-of-bot', 'select version from bot_settings where workspace_id = $1');
// One statement over the row that `touchBot` locked: two people who change different fields at once both have their way.
const change = sql(
  'governance/change-bot',
  `update bot_settings b
      set settings = b.settings || (
        select coalesce(jsonb_object_agg(g.key, coalesce(b.settings -> g.key, '{}') || g.value), '{}') from jsonb_each($2::jsonb) g)
    where b.workspace_id = $1`,
);

// Indexes: departments_pkey, contact_fields_pkey.
const unknown = sql(
  'governance/unknown-places',
  `select wanted.id from unnest($1::uuid[]) as wanted(id) where not exists (select from departments d where d.id = wanted.id and d.archived_at is null)
   union all
   select wanted.id from unnest($2::uuid[]) as wanted(id) where not exists (select from contact_fields f where f.id = wanted.id and f.archived_at is null)`,
);

/** A talk is to be handed over to a department that is there. */
async function checkPlaces(tx: Tx, { handoff, memory }: BotChange): Promise<void> {
  const departments = [handoff?.departmentId, ...Object.values(handoff?.departments ?? {})].filter((id) => id != null);
  const fields = memory?.fieldIds ?? [];
  if (departments.length + fields.length === 0) return;
  const missing = await tx.one<{ id: string }>(unknown, [departments, fields]);
  if (missing !== undefined)
    throw new Fault('invalid_input', `there is no department or field "${missing.id}"`, { id: missing.id });
}

export async function updateBot(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly settings: BotChange; readonly ifVersion?: number | undefined },
): Promise<Bot> {
  await checkPlaces(tx, input.settings);
  await touchBot(tx, ctx);
  const version = (await tx.one<{ version: number }>(current, [ctx.workspaceId]))?.version ?? 1;
  if (input.ifVersion !== undefined && input.ifVersion !== version - 1)
    throw new Fault('conflict', 'somebody changed the bot meanwhile', { version: version - 1 });
  const settings = JSON.stringify(input.settings);
  await tx.run(change, [ctx.workspaceId, settings]);
  const changed = Object.entries(JSON.parse(settings) as Record<string, object>).flatMap(([subject, fields]) =>
    Object.keys(fields).map((field) => `${subject}.${field}`),
  );
  await record(tx, ctx, [{ type: 'bot.updated', data: { version, changed } }]);
  return await readBot(ctx, tx);
}
