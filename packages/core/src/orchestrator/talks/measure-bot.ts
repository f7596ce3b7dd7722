import type { Operations, OutputOf } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { uuidFloor } from '@balcao/kernel';
import {
  countAnswers,
  countFailures,
  countHanded,
  countHandoffs,
  countIntents,
  countModels,
  countRatings,
  countTurns,
} from './metric-rows.ts';

export type BotMetrics = OutputOf<Operations['bot.metrics']>;

export interface Period {
  readonly from: Date;
  readonly to: Date;
  readonly channelId?: string | undefined;
}

interface Totals {
  readonly turns: number;
  readonly talks: number;
  readonly attacks: number;
  readonly costMicros: number;
  readonly fallbacks: number;
  readonly cached: number;
  readonly modelled: number;
}

/** How the bot did in a period. */
export async function measureBot(ctx: WorkspaceCtx, tx: Tx, { from, to, channelId }: Period): Promise<BotMetrics> {
  const turns = [ctx.workspaceId, uuidFloor(from), uuidFloor(to), channelId ?? null];
  const times = [ctx.workspaceId, from, to, channelId ?? null];
  type Rows<K extends keyof BotMetrics> = BotMetrics[K] extends readonly (infer R)[] ? R : never;
  const [totals, handed, intents, failures, answers, models, handoffs, scores] = await Promise.all([
    tx.one<Totals>(countTurns, turns),
    tx.one<{ count: number }>(countHanded, turns),
    tx.rows<Rows<'intents'>>(countIntents, turns),
    tx.rows<Rows<'failures'>>(countFailures, turns),
    tx.rows<Rows<'answers'>>(countAnswers, turns),
    tx.rows<Rows<'models'>>(countModels, turns),
    tx.rows<Rows<'handoffs'>>(countHandoffs, times),
    tx.rows<{ score: number; count: number }>(countRatings, times),
  ]);
  const { talks = 0, cached = 0, modelled = 0 } = totals ?? {};
  const count = scores.reduce((sum, one) => sum + one.count, 0);
  const sum = scores.reduce((all, one) => all + one.count * one.score, 0);
  return {
    turns: totals?.turns ?? 0,
    talks,
    contained: talks - (handed?.count ?? 0),
    intents,
    handoffs: handoffs.map(({ reason, count: n }) => ({ reason, count: n })),
    failures,
    answers,
    models,
    cacheHitRate: cached + modelled === 0 ? null : cached / (cached + modelled),
    fallbacks: totals?.fallbacks ?? 0,
    attacks: totals?.attacks ?? 0,
    costMicros: totals?.costMicros ?? 0,
    ratings: { count, mean: count === 0 ? null : sum / count, scores },
  };
}
