import {
  type Bot,
  type ConfiguredModel,
  listModels,
  orderModels,
  priceOf,
  readBot,
  readSpend,
  readUsage,
  removeModel,
  removePrice,
  saveModel,
  savePrice,
  shippedPrices,
  testModel,
  todayOf,
} from '@balcao/core/governance';
import { orderEmbedding } from '@balcao/core/knowledge';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { ApiParts } from '../../api-parts.ts';
import type { Verbs } from '../verb.ts';
import { modelOutcomes } from './model-sentences.ts';

async function presented(ctx: WorkspaceCtx, tx: Tx, models: readonly ConfiguredModel[]) {
  const bot = await readBot(ctx, tx);
  const today = todayOf(bot, ctx.clock.now());
  return models.map((model) => ({ ...model, price: priceOf(bot.prices, model, today) }));
}

const pricesOf = (bot: Bot) => ({
  prices: [...bot.prices, ...shippedPrices].toSorted(
    (one, other) => one.model.localeCompare(other.model) || other.from.localeCompare(one.from),
  ),
});

function modelsOf(parts: ApiParts) {
  if (parts.models === undefined) throw new Fault('unavailable', 'this program asks no models');
  return parts.models;
}

type Named =
  | 'models.list'
  | 'models.save'
  | 'models.remove'
  | 'models.order'
  | 'models.test'
  | 'models.usage'
  | 'bot.spend'
  | 'prices.list'
  | 'prices.save'
  | 'prices.remove';

export const modelVerbs: Pick<Verbs, Named> = {
  'models.list': async ({ ctx }, tx) => ({ models: await presented(ctx, tx, await listModels(tx)) }),
  'models.save': async ({ ctx }, tx, input) => {
    const [model] = await presented(ctx, tx, [await saveModel(tx, ctx, input)]);
    if (model === undefined) throw new Fault('not_found', 'the model is gone');
    await orderEmbedding(tx, ctx);
    return { model };
  },
  'models.remove': async ({ ctx }, tx, { id }) => {
    await removeModel(tx, ctx, id);
    await orderEmbedding(tx, ctx);
    return { removed: true };
  },
  'models.order': async ({ ctx }, tx, input) => {
    await orderModels(tx, ctx, input);
    await orderEmbedding(tx, ctx);
    return { models: await presented(ctx, tx, await listModels(tx)) };
  },
  'models.test': async ({ ctx, language }, input, parts) => {
    const tested = await testModel(ctx, modelsOf(parts), input);
    const { sentence, todo } = modelOutcomes[tested.outcome];
    return { ...tested, ok: tested.outcome === 'works', sentence: sentence[language], todo: todo?.[language] ?? null };
  },
  'models.usage': async ({ ctx }, tx, span) => ({ usage: await readUsage(ctx, tx, await readBot(ctx, tx), span) }),
  'bot.spend': async ({ ctx }, tx, span) => {
    const { today, days, tickets } = await readSpend(ctx, tx, await readBot(ctx, tx), span);
    const hits = days.reduce((sum, day) => sum + day.cacheHits, 0);
    const asked = hits + days.reduce((sum, day) => sum + day.cacheMisses, 0);
    const totalMicros = days.reduce((sum, day) => sum + day.costMicros, 0);
    return { today, days: [...days], totalMicros, hitRate: asked === 0 ? null : hits / asked, tickets: [...tickets] };
  },
  'prices.list': async ({ ctx }, tx) => pricesOf(await readBot(ctx, tx)),
  'prices.save': async ({ ctx }, tx, input) => {
    await savePrice(tx, ctx, input);
    return pricesOf(await readBot(ctx, tx));
  },
  'prices.remove': async ({ ctx }, tx, input) => {
    await removePrice(tx, ctx, input);
    return pricesOf(await readBot(ctx, tx));
  },
};
