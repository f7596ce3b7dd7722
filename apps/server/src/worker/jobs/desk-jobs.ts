import {
  sendScheduled,
  sendScheduledJob,
  sweepScheduled,
  sweepScheduledJob,
  sweepScheduledSchedule,
} from '@balcao/core/desk';
import {
  refreshAllTemplatesJob,
  refreshAllTemplatesSchedule,
  refreshTemplates,
  refreshTemplatesJob,
} from '@balcao/core/templates';
import { checkHealthJob, checkHealthSchedule, keepHealth } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace } from '@balcao/db';
import type { AnyJob, Job, JobHandler } from '@balcao/jobs';
import { describeError, Fault } from '@balcao/kernel';
import { askHealth } from '../../numbers/index.ts';
import type { ChannelDirectory, KnownChannel } from '../../runtime/channel-directory.ts';
import type { Conveyor } from '../conveyor.ts';

/** So many numbers are asked about at the same time. */
const AT_ONCE = 4;

interface Assigned {
  readonly job: AnyJob;
  readonly handler: JobHandler<never>;
}

const assign = <P>(job: Job<P>, handler: JobHandler<P>): Assigned => ({ job, handler });

export const deskSchedules = [sweepScheduledSchedule, refreshAllTemplatesSchedule, checkHealthSchedule];

/** What attendants prepared for later, and what is asked of the provider now and then. */
export function deskJobs(parts: { readonly directory: ChannelDirectory; readonly conveyor: Conveyor }): Assigned[] {
  const { directory, conveyor } = parts;
  return [
    assign(sendScheduledJob, async (ctx, { workspaceId, scheduledId, dueAt }) => {
      const asked = { scheduledId, dueAt: new Date(dueAt) };
      const queued = await sendScheduled(inWorkspace(ctx, workspaceId), asked, (channelId) => {
        const channel = directory.byId(channelId);
        return channel && { perPair: channel.perPair, checkContent: channel.adapter.checkContent };
      });
      conveyor.offer(queued);
    }),
    assign(sweepScheduledJob, async (ctx) => {
      const late = await sweepScheduled(ctx);
      if (late > 0) ctx.log.warn({ late }, 'scheduled messages were late; they have jobs again');
    }),
    assign(refreshTemplatesJob, async (ctx, { channelId }) => {
      const channel = directory.byId(channelId);
      if (channel === undefined) throw new Fault('unavailable', 'the channel is not known to this process yet');
      await refresh(ctx, channel);
    }),
    assign(refreshAllTemplatesJob, async (ctx) => {
      const accounts = new Map(directory.all().map((channel) => [`${channel.workspaceId} ${channel.wabaId}`, channel]));
      await aFewAtOnce([...accounts.values()], async (channel) => {
        await refresh(ctx, channel).catch((error: unknown) =>
          ctx.log.warn({ because: describeError(error), channelId: channel.id }, 'templates could not be read'),
        );
      });
    }),
    assign(checkHealthJob, async (ctx) => {
      await aFewAtOnce(directory.all(), async (channel) => {
        await keepHealth(inWorkspace(ctx, channel.workspaceId), channel.id, await askHealth(channel));
      });
    }),
  ];
}

async function refresh(ctx: DbCtx, channel: KnownChannel): Promise<void> {
  const inside = inWorkspace(ctx, channel.workspaceId);
  await refreshTemplates(inside, channel.wabaId, () => channel.adapter.listTemplates(channel.credentials));
}

async function aFewAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const hand = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
