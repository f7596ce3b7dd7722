import type { ModelSpec } from '@balcao/ai/port';
import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot, ConfiguredModel } from '../settings/types.ts';
import { todayOf } from '../spend/today-of.ts';
import { tryOpenModelKey } from './model-key.ts';

export interface OpenModels {
  /** In the order of fallback. */
  readonly answer: readonly ModelSpec[];
  readonly classify: readonly ModelSpec[];
  /** Vectors of different models do not compare: the first one only. */
  readonly embed: ModelSpec | null;
}

interface Row {
  readonly id: string;
  readonly sealed: string | null;
  readonly asked: number;
}

// Indexes: bot_models_pkey, bot_spend_pkey.
const keysOf = sql(
  'governance/open-models',
  `select m.id, m.api_key as sealed, coalesce((select sum(s.requests) from bot_spend s
            where s.workspace_id = m.workspace_id and s.day = $1::date and s.model_id = m.id), 0)::int as asked
     from bot_models m where m.id = any($2::uuid[])`,
);

/** With their keys open, for who asks them: never for a log, an answer or a row. Those whose quota of the day is used up are left out. */
export async function openModels(ctx: WorkspaceCtx, tx: Tx, bot: Bot): Promise<OpenModels> {
  if (bot.models.length === 0) return { answer: [], classify: [], embed: null };
  const today = todayOf(bot, ctx.clock.now());
  const rows = await tx.rows<Row>(keysOf, [today, bot.models.map(({ id }) => id)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const specs = (purpose: ConfiguredModel['purpose']): ModelSpec[] =>
    bot.models
      .filter((model) => model.purpose === purpose)
      .flatMap((model) => {
        const row = byId.get(model.id);
        if (row === undefined || (model.perDay !== null && row.asked >= model.perDay)) return [];
        if (row.sealed === null) return [specOf(model, undefined)];
        const key = tryOpenModelKey(ctx, ctx.workspaceId, model.id, row.sealed);
        return key === undefined ? [] : [specOf(model, key)];
      });
  return { answer: specs('answer'), classify: specs('classify'), embed: specs('embed')[0] ?? null };
}

function specOf(
  model: Omit<ConfiguredModel, 'hasKey' | 'position' | 'enabled' | 'name'>,
  apiKey: string | undefined,
): ModelSpec {
  return {
    id: model.id,
    vendor: model.vendor,
    model: model.model,
    baseUrl: model.baseUrl ?? undefined,
    apiKey,
    requestsPerMinute: model.perMinute ?? undefined,
    tokensPerMinute: model.tokensPerMinute ?? undefined,
    concurrency: model.concurrency,
    timeoutMs: model.timeoutMs,
  };
}
