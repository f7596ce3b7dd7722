import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { touchBot } from '../settings/touch-bot.ts';

export interface PriceToSave {
  readonly model: string;
  readonly from: string;
  readonly inputMicros: number;
  readonly outputMicros: number;
  readonly source: string;
}

const MOST_PRICES = 200;

const save = sql(
  'governance/save-price',
  `insert into bot_prices (workspace_id, model, valid_from, input_micros, output_micros, source, updated_at)
   select $1, $2, $3::date, $4, $5, $6, $7
    where (select count(*) from bot_prices where workspace_id = $1 and (model, valid_from) <> ($2, $3::date)) < ${MOST_PRICES}
   on conflict (workspace_id, model, valid_from) do update set input_micros = excluded.input_micros, output_micros = excluded.output_micros,
     source = excluded.source, updated_at = excluded.updated_at`,
);
const remove = sql(
  'governance/remove-price',
  'delete from bot_prices where workspace_id = $1 and model = $2 and valid_from = $3::date',
);

/** From its day on a cost is estimated by it; what was spent before stays as it was estimated. */
export async function savePrice(tx: Tx, ctx: WorkspaceCtx, price: PriceToSave): Promise<void> {
  await touchBot(tx, ctx);
  const model = price.model.toLowerCase();
  const row = [
    ctx.workspaceId,
    model,
    price.from,
    price.inputMicros,
    price.outputMicros,
    price.source,
    ctx.clock.now(),
  ];
  if ((await tx.run(save, row)) === 0) throw new Fault('over_limit', `a company has at most ${MOST_PRICES} prices`);
  await record(tx, ctx, [{ type: 'bot.price_set', data: { model, from: price.from } }]);
}

export async function removePrice(
  tx: Tx,
  ctx: WorkspaceCtx,
  { model, from }: Pick<PriceToSave, 'model' | 'from'>,
): Promise<void> {
  await touchBot(tx, ctx);
  if ((await tx.run(remove, [ctx.workspaceId, model.toLowerCase(), from])) === 0)
    throw new Fault('not_found', 'there is no such price of the company');
  await record(tx, ctx, [{ type: 'bot.price_removed', data: { model: model.toLowerCase(), from } }]);
}
