import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import type { Bot, ModelPurpose, ModelVendor } from '../settings/types.ts';
import { type BudgetLevel, levelAt, reachOf } from './budget.ts';
import { costOf, priceOf, type Usage } from './price-of.ts';
import { tellLevel } from './tell-level.ts';
import { todayOf } from './today-of.ts';

/** Longer than any answer may take: what is older was never settled. */
const HELD_MS = 5 * 60_000;

export interface SpendToReserve extends Usage {
  readonly purpose: ModelPurpose | 'test';
  /** Whoever may be asked; the dearest of them is counted. */
  readonly models: readonly { readonly vendor: ModelVendor; readonly model: string }[];
}

export type Reserved =
  | { readonly ok: true; readonly id: string; readonly level: BudgetLevel }
  | { readonly ok: false; readonly level: BudgetLevel };

// Index: bot_reservations_held. Those that another process frees at this moment are left to it.
const free = sql(
  'governance/free-lapsed',
  `with old as (
     select id from bot_reservations where workspace_id = $1 and state = 'held' and lapses_at <= $2 order by id for update skip locked limit 100),
   lapsed as (
     update bot_reservations r set state = 'lapsed' from old where r.workspace_id = $1 and r.id = old.id returning r.day, r.micros)
   update bot_days d set reserved_micros = d.reserved_micros - l.micros
     from (select day, sum(micros)::bigint as micros from lapsed group by day) l where d.workspace_id = $1 and d.day = l.day`,
);
// The row's lock decides who takes the last cent. One who asks for nothing (a local model) passes while the day is not used up.
const reserve = sql(
  'governance/reserve-spend',
  `with day as (
     insert into bot_days as d (workspace_id, day, reserved_micros)
     select $1, $2::date, $3::bigint where $4::bigint is null or ($3::bigint <= $4::bigint and $4::bigint > 0)
     on conflict (workspace_id, day) do update set reserved_micros = d.reserved_micros + excluded.reserved_micros
       where $4::bigint is null or (d.spent_micros + d.reserved_micros + $3::bigint <= $4::bigint and d.spent_micros < $4::bigint)
     returning d.spent_micros + d.reserved_micros as used),
   held as (
     insert into bot_reservations (workspace_id, id, day, micros, state, lapses_at) select $1, $5, $2::date, $3::bigint, 'held', $6 from day)
   select used from day`,
);
const refuse = sql(
  'governance/refuse-spend',
  `insert into bot_days as d (workspace_id, day, refused) values ($1, $2::date, 1)
   on conflict (workspace_id, day) do update set refused = d.refused + 1
   returning d.spent_micros + d.reserved_micros as used`,
);

/** Taken before a model is asked, settled with what it cost after. Its transaction is to be a short one: the day's row is everybody's. */
export async function reserveSpend(ctx: WorkspaceCtx, tx: Tx, bot: Bot, wanted: SpendToReserve): Promise<Reserved> {
  const now = ctx.clock.now();
  const day = todayOf(bot, now);
  await tx.run(free, [ctx.workspaceId, now]);
  const id = ctx.ids.uuid();
  const reach = reachOf(bot.budget, wanted.purpose);
  const row = [ctx.workspaceId, day, estimate(bot, wanted, day), reach, id];
  const taken = await tx.one<{ used: number }>(reserve, [...row, new Date(now.getTime() + HELD_MS)]);
  if (taken !== undefined) return { ok: true, id, level: levelAt(bot.budget, taken.used) };
  const used = (await tx.one<{ used: number }>(refuse, [ctx.workspaceId, day]))?.used ?? 0;
  const level = levelAt(bot.budget, used);
  // There may be a little left, too little for this one: for it that is as far as its purpose reaches.
  const stands = level === 'full' || level === 'saving' ? levelAt(bot.budget, reach ?? 0) : level;
  await tellLevel(tx, ctx, day, stands);
  return { ok: false, level: stands };
}

function estimate(bot: Bot, { models, ...usage }: SpendToReserve, day: string): number {
  const costs = models.map((model) => costOf(priceOf(bot.prices, model, day), usage));
  return Math.max(0, ...costs);
}
