import { type DbCtx, inWorkspace, type WorkspaceCtx, withConveyor, withWorkspace } from '@balcao/db';
import { record } from '../ledger/index.ts';
import { advanceStatus } from '../messages/index.ts';
import { SETTLE_MS } from './record-outcomes.ts';
import { claimsOfTheDead, giveUp, relieveTheDead, sendAgain, unknownsToSettle } from './rows.ts';

const AT_ONCE = 500;
/** The provider's silence twice is for a person. */
const SILENCES = 2;
/** Workers may die for many reasons, and seldom for this message's sake; one that ends them all is not tried for ever. */
const DEATHS = 5;
/** No send takes this long: the claim was forgotten. */
const FORGOTTEN_MS = 5 * 60_000;

interface Row {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly id: string;
}

interface Unsettled extends Row {
  readonly unknowns: number;
  readonly deaths: number;
}

/** Sends that a dead worker had under way: nobody knows whether they went. Returns how many. */
export async function recoverClaims(ctx: DbCtx, liveWorkers: readonly string[]): Promise<number> {
  const forgotten = new Date(ctx.clock.now().getTime() - FORGOTTEN_MS);
  const rows = await withConveyor(ctx, (tx) => tx.rows<Row>(claimsOfTheDead, [liveWorkers, AT_ONCE, forgotten]));
  await eachChannel(ctx, rows, async (inside, channelId, ids) => {
    await withWorkspace(inside, async (tx) => {
      const settleBy = new Date(ctx.clock.now().getTime() + SETTLE_MS);
      const params = [inside.workspaceId, ids, settleBy, liveWorkers, forgotten];
      const marked = await tx.rows<{ id: string }>(relieveTheDead, params);
      const sightings = marked.map((row) => ({ tag: row.id, status: 'unknown' as const, at: ctx.clock.now() }));
      await advanceStatus(inside, tx, channelId, sightings);
    });
  });
  return rows.length;
}

/** No status came for them in time: once more; after a second silence a person decides. Returns those to send again. */
export async function settleUnknowns(ctx: DbCtx): Promise<{ workspaceId: string; id: string }[]> {
  const rows = await withConveyor(ctx, (tx) => tx.rows<Unsettled>(unknownsToSettle, [ctx.clock.now(), AT_ONCE]));
  const again: { workspaceId: string; id: string }[] = [];
  await eachChannel(ctx, rows, async (inside, _channelId, ids) => {
    const repeatable = rows.filter((row) => row.unknowns < SILENCES && row.deaths < DEATHS).map((row) => row.id);
    const once = ids.filter((id) => repeatable.includes(id));
    const enough = ids.filter((id) => !repeatable.includes(id));
    await withWorkspace(inside, async (tx) => {
      const queued = await tx.rows<{ id: string }>(sendAgain, [inside.workspaceId, once, ctx.clock.now()]);
      const left = await tx.rows<{ id: string }>(giveUp, [inside.workspaceId, enough, ctx.clock.now()]);
      await record(tx, inside, [
        ...queued.map((row) => ({ type: 'message.sent_again' as const, messageId: row.id })),
        ...left.map((row) => ({
          type: 'message.needs_person' as const,
          messageId: row.id,
          data: { why: 'no_answer' },
        })),
      ]);
      tx.after(() => again.push(...queued.map((row) => ({ workspaceId: inside.workspaceId, id: row.id }))));
    });
  });
  return again;
}

async function eachChannel(
  ctx: DbCtx,
  rows: readonly Row[],
  fn: (inside: WorkspaceCtx, channelId: string, ids: string[]) => Promise<void>,
): Promise<void> {
  for (const group of Map.groupBy(rows, (row) => `${row.workspaceId} ${row.channelId}`).values()) {
    const [first] = group;
    if (first)
      await fn(
        inWorkspace(ctx, first.workspaceId),
        first.channelId,
        group.map((row) => row.id),
      );
  }
}
