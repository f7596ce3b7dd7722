import { sql, type Tx } from '@balcao/db';
import type { ConfiguredModel } from '../settings/types.ts';
import { modelAsJson } from './rows.ts';

// The transaction's role sees its own workspace only.
const list = sql(
  'governance/list-models',
  `select ${modelAsJson} as model from bot_models m order by m.purpose, m.position, m.id`,
);

/** All of them, those switched off too, in the order of fallback. */
export async function listModels(tx: Tx): Promise<ConfiguredModel[]> {
  return (await tx.rows<{ model: ConfiguredModel }>(list)).map(({ model }) => model);
}
