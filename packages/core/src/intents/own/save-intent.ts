import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { OUTSIDE } from '../definitions.ts';
import { lockState } from '../learning/note-change.ts';
import { changeIntent, insertIntent, listIntents } from '../rows.ts';
import { INTENTS_AT_MOST } from '../types.ts';
import { findIntent, type IntentRow, isStarting } from './find-intent.ts';
import { keyOf } from './key-of.ts';

export interface IntentToSave {
  readonly key?: string | undefined;
  readonly name: string;
  readonly border: string;
}

/** A new one, or another name and border. Its key. What has no examples teaches nothing yet. */
export async function saveIntent(ctx: WorkspaceCtx, tx: Tx, input: IntentToSave): Promise<string> {
  const { name, border } = input;
  await lockState(ctx, tx);
  const now = ctx.clock.now();
  const key = input.key ?? keyOf(name);
  if (key === OUTSIDE) throw new Fault('conflict', 'what is outside stays as it is', { key });
  if (input.key === undefined) {
    const rows = await tx.rows<IntentRow>(listIntents, [ctx.workspaceId]);
    const own = rows.filter((row) => !isStarting(row.key) && !row.archived);
    if (own.length >= INTENTS_AT_MOST)
      throw new Fault('over_limit', `a company has at most ${INTENTS_AT_MOST} intents of its own`, {
        limit: INTENTS_AT_MOST,
      });
    const made = isStarting(key) ? 0 : await tx.run(insertIntent, [ctx.workspaceId, key, name, border, now]);
    if (made === 0) throw new Fault('conflict', `there is an intent "${key}" already`, { key });
  } else {
    await findIntent(ctx, tx, key);
    await tx.run(changeIntent, [ctx.workspaceId, key, name, border, now]);
  }
  await record(tx, ctx, [{ type: 'intent.saved', data: { key } }]);
  return key;
}
