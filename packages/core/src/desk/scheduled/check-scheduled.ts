import type { OutboundContent } from '@balcao/channels/port';
import type { Recurrence } from '@balcao/contract';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { readMedia } from '../../media/index.ts';
import { checkFiles } from '../sending/check-files.ts';
import { checkTemplate } from '../sending/check-template.ts';
import type { SendChannel } from '../sending/types.ts';

export interface ScheduledPlan {
  readonly content: OutboundContent;
  readonly mediaIds: readonly string[];
  readonly at: Date;
  readonly recurrence: Recurrence | null;
  readonly onlyIfOpen: boolean;
}

/** A clock a minute off is no reason to refuse. */
const LATE_MS = 60_000;
const YEAR_MS = 366 * 86_400_000;

/** Everything that is known now to fail then is said now; the window cannot be known. */
export async function checkScheduled(
  ctx: WorkspaceCtx,
  tx: Tx,
  plan: ScheduledPlan,
  to: { readonly channelId: string; readonly channel: SendChannel },
): Promise<void> {
  const now = ctx.clock.now().getTime();
  const refuse = (path: string, problem: string): never => {
    throw new Fault('invalid_input', problem, { issues: [{ path, problem }] });
  };
  if (plan.at.getTime() < now - LATE_MS) refuse('at', 'the time is over');
  if (plan.at.getTime() > now + 2 * YEAR_MS) refuse('at', 'at most two years ahead');
  if (plan.recurrence?.until != null && new Date(plan.recurrence.until) < plan.at)
    refuse('recurrence.until', 'before the first time');
  if (plan.content.kind === 'reaction') refuse('content', 'a reaction cannot be scheduled');
  to.channel.checkContent(await checkFiles(ctx, tx, plan.content));
  await checkTemplate(ctx, tx, to.channelId, plan.content);
  const files = await readMedia(ctx, tx, plan.mediaIds);
  if (plan.mediaIds.some((id) => files.get(id)?.state !== 'stored'))
    throw new Fault('not_found', 'one of the files is not here');
}
