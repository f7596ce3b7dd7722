import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { addDays } from '../hours/days.ts';
import type { Bot } from '../settings/types.ts';
import { todayOf } from './today-of.ts';

export interface DaySpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface UsageLine {
  readonly day: string;
  readonly modelId: string;
  readonly model: string;
  readonly purpose: 'answer' | 'classify' | 'embed' | 'test';
  readonly requests: number;
  readonly failures: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly costMicros: number;
}

const MOST_DAYS = 400;

/** Both days included; the last thirty when nothing is said, and never more than a year and a bit. */
export function daysOf(ctx: WorkspaceCtx, bot: Bot, span: DaySpan): { from: string; to: string } {
  const to = span.to ?? todayOf(bot, ctx.clock.now());
  const from = span.from ?? addDays(to, -29);
  const earliest = addDays(to, -MOST_DAYS);
  return { from: from < earliest ? earliest : from, to };
}

// Index: bot_spend_pkey.
const usage = sql(
  'governance/read-usage',
  `select day, model_id as "modelId", model, purpose, requests, failures, tokens_in as "tokensIn", tokens_out as "tokensOut", micros as "costMicros"
     from bot_spend where workspace_id = $1 and day between $2::date and $3::date order by day desc, micros desc, model, purpose limit 5000`,
);

export function readUsage(ctx: WorkspaceCtx, tx: Tx, bot: Bot, span: DaySpan): Promise<UsageLine[]> {
  const { from, to } = daysOf(ctx, bot, span);
  return tx.rows<UsageLine>(usage, [ctx.workspaceId, from, to]);
}
