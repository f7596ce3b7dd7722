import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { touchBot } from '../settings/touch-bot.ts';
import type { ConfiguredModel } from '../settings/types.ts';
import { sealModelKey } from './model-key.ts';
import { modelAsJson } from './rows.ts';

export interface ModelToSave extends Omit<ConfiguredModel, 'id' | 'hasKey' | 'position'> {
  /** Absent: a new one. */
  readonly id?: string | undefined;
  /** Absent: the kept one stays; null: none. */
  readonly apiKey?: string | null | undefined;
}

const MOST_MODELS = 20;

interface Kept {
  readonly vendor: string;
  readonly baseUrl: string | null;
  readonly sealed: string | null;
}

const kept = sql(
  'governance/model-to-save',
  'select vendor, base_url as "baseUrl", api_key as sealed from bot_models where id = $1 for update',
);
const insert = sql(
  'governance/insert-model',
  `insert into bot_models as m (workspace_id, id, name, vendor, purpose, model, base_url, api_key, position, enabled, per_minute, per_day,
                                tokens_per_minute, concurrency, timeout_ms, created_at, updated_at)
   select $1, $2, $3, $4, $5, $6, $7, $8,
          (select coalesce(max(position) + 1, 0) from bot_models where purpose = $5), $9, $10, $11, $12, $13, $14, $15, $15
    where (select count(*) from bot_models) < ${MOST_MODELS}
   returning ${modelAsJson} as model`,
);
const update = sql(
  'governance/update-model',
  `update bot_models m set name = $3, vendor = $4, purpose = $5, model = $6, base_url = $7, api_key = $8, enabled = $9, per_minute = $10,
          per_day = $11, tokens_per_minute = $12, concurrency = $13, timeout_ms = $14, updated_at = $15
    where m.workspace_id = $1 and m.id = $2 returning ${modelAsJson} as model`,
);

export async function saveModel(tx: Tx, ctx: WorkspaceCtx, input: ModelToSave): Promise<ConfiguredModel> {
  const baseUrl = addressOf(input);
  await touchBot(tx, ctx); // its lock also puts two new models in order
  const id = input.id ?? ctx.ids.uuid();
  const known = input.id === undefined ? undefined : await tx.one<Kept>(kept, [id]);
  if (input.id !== undefined && known === undefined) throw new Fault('not_found', `there is no model "${id}"`);
  const apiKey = sealedKey(ctx, id, { ...input, baseUrl }, known);
  const saved = await tx.one<{ model: ConfiguredModel }>(known === undefined ? insert : update, [
    ctx.workspaceId,
    id,
    input.name,
    input.vendor,
    input.purpose,
    input.model,
    baseUrl,
    apiKey,
    input.enabled,
    input.perMinute,
    input.perDay,
    input.tokensPerMinute,
    input.concurrency,
    input.timeoutMs,
    ctx.clock.now(),
  ]);
  if (saved === undefined) throw new Fault('over_limit', `a company has at most ${MOST_MODELS} models`);
  await record(tx, ctx, [
    {
      type: known === undefined ? 'bot.model_added' : 'bot.model_changed',
      data: { modelId: id, vendor: input.vendor, purpose: input.purpose, keyChanged: input.apiKey !== undefined },
    },
  ]);
  return saved.model;
}

/** A key goes where it was meant to go: who changes the address gives the key again, or anybody could have it sent to themselves. */
function sealedKey(ctx: WorkspaceCtx, id: string, input: ModelToSave, known: Kept | undefined): string | null {
  if (input.apiKey === null) return null;
  if (input.apiKey !== undefined) return sealModelKey(ctx.keys, ctx.workspaceId, id, input.apiKey);
  if (known?.sealed == null) return null;
  if (known.vendor !== input.vendor || known.baseUrl !== input.baseUrl)
    throw new Fault('invalid_input', 'the address changed: give the key again', { field: 'apiKey' });
  return known.sealed;
}

/** The address as it is kept: http(s), no name and password in it, no query. */
export function addressOf({ vendor, baseUrl }: Pick<ModelToSave, 'vendor' | 'baseUrl'>): string | null {
  if (baseUrl === null || baseUrl.trim() === '') {
    if (vendor === 'openai-compatible')
      throw new Fault('invalid_input', 'an OpenAI-compatible model needs its address', { field: 'baseUrl' });
    return null;
  }
  const url = URL.canParse(baseUrl.trim()) ? new URL(baseUrl.trim()) : undefined;
  const wrong =
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== '';
  if (wrong)
    throw new Fault('invalid_input', 'not an address such as https://api.example.com/v1', { field: 'baseUrl' });
  return url.href.replace(/\/+$/, '');
}
