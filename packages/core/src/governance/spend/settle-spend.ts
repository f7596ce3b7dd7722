import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot, ModelPurpose, ModelVendor } from '../settings/types.ts';
import { levelAt } from './budget.ts';
import { costOf, priceOf, type Usage } from './price-of.ts';
import { tellLevel } from './tell-level.ts';
import { todayOf } from './today-of.ts';

export interface SpendToSettle extends Usage {
  readonly purpose: ModelPurpose | 'test';
  /** Who answered; absent: nobody did. */
  readonly modelId?: string | undefined;
  /** Asked before, without an answer. */
  readonly tried?: readonly { readonly modelId: string }[] | undefined;
  readonly conversationId?: string | undefined;
  readonly ticketId?: string | null | undefined;
  /** Of a model that is not configured: who was asked. */
  readonly asked?: { readonly id: string; readonly model: string; readonly vendor: ModelVendor } | undefined;
}

interface Line {
  readonly model_id: string;
  readonly model: string;
  requests: number;
  failures: number;
  tokens_in: number;
  tokens_out: number;
  micros: number;
}

// Settled once, whoever comes twice; late too, when it has lapsed meanwhile. The day is the one on which it was reserved.
const settle = sql(
  'governance/settle-spend',
  `with mine as (
     select id, state, day, micros from bot_reservations where workspace_id = $1 and id = $2 and state <> 'settled' for update),
   done as (
     update bot_reservations r set state = 'settled' from mine where r.workspace_id = $1 and r.id = mine.id
     returning mine.day, case when mine.state = 'held' then mine.micros else 0 end as held),
   day as (
     update bot_days d set spent_micros = d.spent_micros + $3::bigint, reserved_micros = d.reserved_micros - done.held
       from done where d.workspace_id = $1 and d.day = done.day returning d.day, d.spent_micros as spent),
   ticket as (
     insert into bot_ticket_spend as s (workspace_id, ticket_id, requests, tokens_in, tokens_out, micros)
     select $1, t.id, $6::int, $7::bigint, $8::bigint, $3::bigint from done
       cross join lateral (select id from tickets where workspace_id = $1 and (id = $9::uuid or ($9::uuid is null and conversation_id = $10::uuid)) order by id desc limit 1) t
     on conflict (workspace_id, ticket_id) do update set requests = s.requests + excluded.requests, tokens_in = s.tokens_in + excluded.tokens_in,
       tokens_out = s.tokens_out + excluded.tokens_out, micros = s.micros + excluded.micros),
   lines as (
     insert into bot_spend as s (workspace_id, day, model_id, purpose, model, requests, failures, tokens_in, tokens_out, micros)
     select $1, done.day, l.model_id, $5::text, l.model, l.requests, l.failures, l.tokens_in, l.tokens_out, l.micros from done,
            json_to_recordset($4::json) as l(model_id uuid, model text, requests int, failures int, tokens_in bigint, tokens_out bigint, micros bigint)
      order by l.model_id
     on conflict (workspace_id, day, model_id, purpose, model) do update set requests = s.requests + excluded.requests,
       failures = s.failures + excluded.failures, tokens_in = s.tokens_in + excluded.tokens_in, tokens_out = s.tokens_out + excluded.tokens_out,
       micros = s.micros + excluded.micros)
   select day::text as day, spent from day`,
);

/** What it cost in the end; nothing when nobody answered. Returns the cost, to be kept with the answer. */
export async function settleSpend(
  ctx: WorkspaceCtx,
  tx: Tx,
  bot: Bot,
  reservationId: string,
  spent: SpendToSettle,
): Promise<{ costMicros: number }> {
  const lines = linesOf(bot, spent, todayOf(bot, ctx.clock.now()));
  const costMicros = lines.reduce((sum, line) => sum + line.micros, 0);
  const { tokensIn, tokensOut } = spent;
  const asked = lines.reduce((sum, line) => sum + line.requests, 0);
  const settled = await tx.one<{ day: string; spent: number }>(settle, [
    ctx.workspaceId,
    reservationId,
    costMicros,
    JSON.stringify(lines),
    spent.purpose,
    asked,
    tokensIn,
    tokensOut,
    spent.ticketId ?? null,
    spent.conversationId ?? null,
  ]);
  if (settled !== undefined) await tellLevel(tx, ctx, settled.day, levelAt(bot.budget, settled.spent));
  return { costMicros };
}

function linesOf(bot: Bot, spent: SpendToSettle, day: string): Line[] {
  const lines = new Map<string, Line>();
  const known = (modelId: string) => [spent.asked, ...bot.models].find((one) => one?.id === modelId);
  const lineOf = (modelId: string): Line => {
    const line = lines.get(modelId) ?? {
      model_id: modelId,
      model: known(modelId)?.model ?? '',
      requests: 0,
      failures: 0,
      tokens_in: 0,
      tokens_out: 0,
      micros: 0,
    };
    lines.set(modelId, line);
    return line;
  };
  for (const { modelId } of spent.tried ?? []) {
    const line = lineOf(modelId);
    line.requests += 1;
    line.failures += 1;
  }
  if (spent.modelId === undefined) return [...lines.values()];
  const line = lineOf(spent.modelId);
  const vendor = known(spent.modelId)?.vendor ?? 'openai-compatible';
  line.requests += 1;
  line.tokens_in += spent.tokensIn;
  line.tokens_out += spent.tokensOut;
  line.micros += costOf(priceOf(bot.prices, { model: line.model, vendor }, day), spent);
  return [...lines.values()];
}
