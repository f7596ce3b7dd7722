import type { TemplateFact } from '@balcao/channels/port';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { record } from '../ledger/index.ts';
import { refreshTemplatesJob } from './jobs.ts';
import { noteChange } from './rows.ts';

/** Webhooks about templates: what they say counts at once, and the whole list is asked for again soon, once for many. */
export async function noteTemplateFacts(
  ctx: WorkspaceCtx,
  tx: Tx,
  channel: { readonly id: string; readonly accountId: string },
  facts: readonly TemplateFact[],
): Promise<void> {
  if (facts.length === 0) return;
  for (const fact of facts) {
    if (fact.templateId === undefined) continue;
    const row = await tx.one<{ id: string }>(noteChange, [
      ctx.workspaceId,
      channel.accountId,
      fact.templateId,
      fact.change === 'status' ? (fact.status ?? null) : null,
      fact.change === 'quality' ? (fact.quality ?? null) : null,
      fact.change === 'category' ? (fact.category ?? null) : null,
      fact.change === 'status' ? (fact.reason ?? null) : null,
      ctx.clock.now(),
    ]);
    if (row !== undefined)
      await record(tx, ctx, [{ type: 'template.changed', data: { templateId: row.id, change: fact.change } }]);
  }
  const payload = { workspaceId: ctx.workspaceId, channelId: channel.id };
  await enqueue(tx, ctx, refreshTemplatesJob, payload, { workspaceId: ctx.workspaceId, dedupeKey: channel.id });
}
