import { readBotSettings, readWorkspaceSettings } from '@balcao/contract';
import { type Db, sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { modelAsJson } from '../models/rows.ts';
import { DEFAULT_PROMPT, DEFAULT_PROMPT_LABEL } from '../prompts/default-prompt.ts';
import type { Price } from '../spend/price-of.ts';
import type { Bot, ConfiguredModel } from './types.ts';

interface Look {
  readonly stamp: string | null;
  readonly changedAt: Date | null;
}

interface Whole {
  readonly name: string | null;
  readonly general: unknown;
  readonly version: number | null;
  readonly updatedAt: Date | null;
  readonly settings: unknown;
  readonly promptId: string | null;
  readonly promptVersion: number | null;
  readonly promptText: string | null;
  readonly models: readonly ConfiguredModel[] | null;
  readonly prices: readonly Price[] | null;
}

// One row each, of the transaction's own workspace: bot_settings_pkey, prompt_versions_pkey, bot_models_pkey, bot_prices_pkey.
const look = sql(
  'governance/look-at-bot',
  `select b.stamp, w.updated_at as "changedAt" from workspaces w left join bot_settings b on b.workspace_id = w.id`,
);
const whole = sql(
  'governance/read-bot',
  `select w.name, w.settings as general, b.version, b.updated_at as "updatedAt", b.settings, p.id as "promptId", p.version as "promptVersion",
          p.text as "promptText",
          (select json_agg(${modelAsJson} order by m.position, m.id)
             from bot_models m where m.workspace_id = w.id and m.enabled) as models,
          (select json_agg(json_build_object('model', c.model, 'from', c.valid_from::text, 'inputMicros', c.input_micros,
                    'outputMicros', c.output_micros, 'source', c.source, 'checked', null, 'by', 'company'))
             from bot_prices c where c.workspace_id = w.id) as prices
     from workspaces w
     left join bot_settings b on b.workspace_id = w.id
     left join prompt_versions p on p.workspace_id = w.id and p.id = b.prompt_version_id`,
);

const MOST_WORKSPACES = 1_000;
const kept = new WeakMap<Db, Map<string, { readonly sign: string; readonly bot: Bot }>>();

/** How the bot of this workspace works. One look says whether what this process keeps still holds. */
export async function readBot(ctx: WorkspaceCtx, tx: Tx): Promise<Bot> {
  const seen = await tx.one<Look>(look);
  const sign = `${seen?.stamp ?? '-'} ${seen?.changedAt?.getTime() ?? '-'}`;
  const memory = memoryOf(ctx.db);
  const known = memory.get(ctx.workspaceId);
  if (known?.sign === sign) return known.bot;
  const bot = present(await tx.one<Whole>(whole));
  // What was read may be newer than the look, never older: it is kept under a sign that then holds for nobody.
  if (memory.size >= MOST_WORKSPACES) memory.clear();
  memory.set(ctx.workspaceId, { sign, bot });
  return bot;
}

function memoryOf(db: Db) {
  const known = kept.get(db) ?? new Map<string, { readonly sign: string; readonly bot: Bot }>();
  kept.set(db, known);
  return known;
}

function present(row: Whole | undefined): Bot {
  const general = readWorkspaceSettings(row?.general);
  return {
    ...readBotSettings(row?.settings),
    version: row?.version ?? 0,
    updatedAt: row?.updatedAt ?? null,
    prompt: {
      versionId: row?.promptId ?? null,
      label: row?.promptVersion == null ? DEFAULT_PROMPT_LABEL : `v${row.promptVersion}`,
      text: row?.promptText ?? DEFAULT_PROMPT,
    },
    models: row?.models ?? [],
    prices: row?.prices ?? [],
    companyName: row?.name ?? '',
    language: general.language,
    timeZone: general.timeZone,
  };
}
