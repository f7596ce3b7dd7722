import type { IntentExample } from '@balcao/ai/local';
import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { allExamples, forgetModels, keepModel, listIntents, readState, useModel } from '../rows.ts';
import { readStartingSet } from '../starting-set/read-starting-set.ts';
import { startingModel } from '../starting-set/starting-model.ts';
import { gatherMaterial, type Taught } from './gather-material.ts';
import { trainApart } from './train-apart.ts';

export interface StateRow {
  readonly changes: number;
  readonly learned: number;
  readonly version: string | null;
}

/** Names the starting set it stands on, so that a better one is learned too, and the change up to which it goes. */
export const versionOf = (changes: number): string => `${startingModel().version}.${changes}`;

const isCurrent = ({ changes, learned, version }: StateRow): boolean =>
  learned >= changes && (version === null || version === versionOf(learned));

/** True when something was learned. Reads, learns outside any transaction, writes: only forward, whoever else does the same. */
export async function learn(
  ctx: WorkspaceCtx,
  signal: AbortSignal,
  starting: readonly IntentExample[] = readStartingSet(),
): Promise<boolean> {
  const found = await withWorkspace(ctx, async (tx) => {
    const [state, own, intents] = await Promise.all([
      tx.one<StateRow>(readState, [ctx.workspaceId]),
      tx.rows<Taught>(allExamples, [ctx.workspaceId]),
      tx.rows<{ key: string; archived: boolean }>(listIntents, [ctx.workspaceId]),
    ]);
    return { state, own, archived: new Set(intents.filter((one) => one.archived).map((one) => one.key)) };
  });
  const { state, own, archived } = found;
  if (state === undefined || isCurrent(state)) return false;
  // Nothing of its own (any more): the starting model is as good, and many companies share it.
  const material = own.length === 0 && archived.size === 0 ? undefined : gatherMaterial(starting, own, archived);
  const trained = material && (await trainApart(material, signal));
  const version = trained ? versionOf(state.changes) : null;
  await withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    if (trained) {
      const { model, evaluation } = trained;
      const row = [version, Buffer.from(model), JSON.stringify(evaluation), evaluation.examples, now];
      await tx.run(keepModel, [ctx.workspaceId, ...row]);
    }
    const used = await tx.run(useModel, [ctx.workspaceId, version, state.changes, now]);
    await tx.run(forgetModels, [ctx.workspaceId]);
    if (used === 1) await record(tx, ctx, [{ type: 'intents.learned', data: { version, examples: own.length } }]);
  });
  return true;
}
