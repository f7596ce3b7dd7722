import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { record } from '../../ledger/index.ts';
import { keepHealth as keep } from './rows.ts';
import type { ToldHealth } from './types.ts';

/** Keeps what the provider said; the ledger hears of it when something is different from the last time. */
export async function keepHealth(ctx: WorkspaceCtx, channelId: string, told: ToldHealth): Promise<void> {
  const now = ctx.clock.now();
  const answered = told.number !== undefined || told.token !== undefined || told.subscribed !== undefined;
  const json = (facts: object | undefined) => (facts === undefined ? null : JSON.stringify(facts));
  await withWorkspace(ctx, async (tx) => {
    const kept = await tx.one<{ changed: boolean }>(keep, [
      ctx.workspaceId,
      channelId,
      now,
      answered ? now : null,
      json(told.number),
      json(told.token),
      told.subscribed ?? null,
      told.problem ?? null,
      told.detail ?? null,
    ]);
    if (kept?.changed === true)
      await record(tx, ctx, [
        {
          type: 'channel.health_changed',
          data: {
            channelId,
            quality: told.number?.quality,
            status: told.number?.status,
            limit: told.number?.messagingLimit,
            tokenValid: told.token?.valid,
            subscribed: told.subscribed,
          },
        },
      ]);
  });
}
