import { ModelError, type ModelFailure, type ModelSpec, type Models } from '@balcao/ai/port';
import { sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readBot } from '../settings/read-bot.ts';
import type { ModelPurpose, ModelVendor } from '../settings/types.ts';
import { type Reserved, reserveSpend } from '../spend/reserve-spend.ts';
import { settleSpend } from '../spend/settle-spend.ts';
import { tryOpenModelKey } from './model-key.ts';
import { addressOf } from './save-model.ts';

/** One that is kept, or one that is not saved yet. */
export type ModelToTest =
  | { readonly id: string }
  | {
      readonly vendor: ModelVendor;
      readonly purpose: ModelPurpose;
      readonly model: string;
      readonly baseUrl: string | null;
      readonly apiKey: string | null;
    };

export interface ModelTested {
  readonly outcome: 'works' | 'budget' | 'key_lost' | ModelFailure;
  readonly said: string | null;
  readonly ms: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly costMicros: number;
}

const TIMEOUT_MS = 15_000;
const QUESTION = 'Responda só com a palavra: funciona';

interface Kept {
  readonly vendor: ModelVendor;
  readonly purpose: ModelPurpose;
  readonly model: string;
  readonly baseUrl: string | null;
  readonly sealed: string | null;
}

const kept = sql(
  'governance/model-to-test',
  'select vendor, purpose, model, base_url as "baseUrl", api_key as sealed from bot_models where id = $1',
);

/** Asks something small on the spot, with nobody to fall back on. What it costs is booked; a spent budget is said before. */
export async function testModel(ctx: WorkspaceCtx, models: Models, input: ModelToTest): Promise<ModelTested> {
  const nothing = { said: null, ms: 0, tokensIn: 0, tokensOut: 0, costMicros: 0 };
  const found = await specToTest(ctx, input);
  if (found === undefined) return { outcome: 'key_lost', ...nothing };
  const { spec, purpose } = found;
  const reserved = await reserve(ctx, spec);
  if (!reserved.ok) return { outcome: 'budget', ...nothing };
  const begun = ctx.clock.monotonic();
  const asking = { workspaceId: ctx.workspaceId, models: [spec], timeoutMs: TIMEOUT_MS };
  const asked = await ask(models, asking, purpose).catch((error: unknown) => failureOf(error));
  const ms = Math.round(ctx.clock.monotonic() - begun);
  const failed = typeof asked === 'string';
  const usage = failed ? { tokensIn: 0, tokensOut: 0 } : asked.usage;
  const { costMicros } = await settle(ctx, reserved.id, spec, usage, failed);
  if (failed) return { outcome: asked, ...nothing, ms };
  const { tokensIn, tokensOut } = usage;
  return { outcome: 'works', said: asked.said.slice(0, 200), ms, tokensIn, tokensOut, costMicros };
}

async function ask(models: Models, asking: Parameters<Models['text']>[0], purpose: ModelPurpose) {
  if (purpose === 'embed') {
    const { vectors, usage } = await models.embed(asking, { texts: ['funciona'], as: 'question' });
    return { said: `${vectors[0]?.length ?? 0}`, usage };
  }
  const request = {
    purpose,
    system: QUESTION,
    turns: [{ by: 'customer' as const, text: QUESTION }],
    maxOutputTokens: 200,
  };
  const { text, usage } = await models.text(asking, request);
  return { said: text, usage };
}

async function specToTest(
  ctx: WorkspaceCtx,
  input: ModelToTest,
): Promise<{ spec: ModelSpec; purpose: ModelPurpose } | undefined> {
  if (!('id' in input)) {
    const { vendor, purpose, model, apiKey } = input;
    const baseUrl = addressOf(input) ?? undefined;
    // An id of its own: the breaker of a kept model is none of a trial's business.
    return { spec: { id: ctx.ids.uuid(), vendor, model, baseUrl, apiKey: apiKey ?? undefined }, purpose };
  }
  const row = await withWorkspace(ctx, (tx) => tx.one<Kept>(kept, [input.id]));
  if (row === undefined) throw new Fault('not_found', `there is no model "${input.id}"`);
  const { vendor, purpose, model, baseUrl, sealed } = row;
  const apiKey = sealed === null ? undefined : tryOpenModelKey(ctx, ctx.workspaceId, input.id, sealed);
  if (sealed !== null && apiKey === undefined) return undefined;
  return { spec: { id: input.id, vendor, model, baseUrl: baseUrl ?? undefined, apiKey }, purpose };
}

const reserve = (ctx: WorkspaceCtx, spec: ModelSpec): Promise<Reserved> =>
  withWorkspace(ctx, async (tx) =>
    reserveSpend(ctx, tx, await readBot(ctx, tx), { purpose: 'test', models: [spec], tokensIn: 60, tokensOut: 200 }),
  );

function settle(
  ctx: WorkspaceCtx,
  reservationId: string,
  spec: ModelSpec,
  usage: { tokensIn: number; tokensOut: number },
  failed: boolean,
): Promise<{ costMicros: number }> {
  return withWorkspace(ctx, async (tx) => {
    const bot = await readBot(ctx, tx);
    const who = failed ? { tried: [{ modelId: spec.id }] } : { modelId: spec.id };
    return await settleSpend(ctx, tx, bot, reservationId, { purpose: 'test', ...usage, ...who, asked: spec });
  });
}

function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelError) return error.failure;
  throw error;
}
