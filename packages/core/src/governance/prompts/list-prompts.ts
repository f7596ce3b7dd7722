import { sql, type Tx } from '@balcao/db';
import { type PromptVersion, promptColumns, promptTable } from './rows.ts';

// Index: prompt_versions_number.
const list = sql(
  'governance/list-prompts',
  `select ${promptColumns} from ${promptTable} where $1::int is null or p.version < $1 order by p.version desc limit $2`,
);

/** Newest first, without their texts. */
export const listPrompts = (
  tx: Tx,
  { before, limit }: { before: number | null; limit: number },
): Promise<PromptVersion[]> => tx.rows<PromptVersion>(list, [before, limit]);
