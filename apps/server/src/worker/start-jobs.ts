import { forgotPasswordJob, sendMailJob } from '@balcao/core/access';
import { exportJob, importJob } from '@balcao/core/contacts';
import { learnAddress, tellReadJob } from '@balcao/core/conversations';
import { processReceiptJob, requeueReceipt } from '@balcao/core/ingest';
import { learn, learnIntentsJob } from '@balcao/core/intents';
import { fetchMediaJob, type Storage } from '@balcao/core/media';
import { retryTurn, takeTurnJob } from '@balcao/core/orchestrator';
import { learnAddressJob, stopChannelJob } from '@balcao/core/outbox';
import { sendPush, sendPushJob } from '@balcao/core/push';
import { stopChannel } from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, withWorkspace } from '@balcao/db';
import { type AnyJob, createRunner, type Heartbeat, type Job, type JobHandler } from '@balcao/jobs';
import { forgotPasswordHandler, sendMailHandler } from '../people/index.ts';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';
import type { Conveyor } from './conveyor.ts';
import { exportContacts, importContacts } from './exchange-contacts.ts';
import { fetchMedia } from './fetch-media.ts';
import { followForSearch } from './follow-for-search.ts';
import { deskJobs, deskSchedules } from './jobs/desk-jobs.ts';
import { knowledgeJobs } from './jobs/knowledge-jobs.ts';
import { keepHouse, keepHouseJob, keepHouseSchedule } from './keep-house.ts';
import { tellRead } from './tell-read.ts';

export interface JobParts {
  readonly directory: ChannelDirectory;
  readonly conveyor: Conveyor;
  readonly heartbeat: Heartbeat;
  readonly storage: Storage;
  /** What running jobs may take when asked to stop. */
  readonly graceMs: number;
}

interface Assigned {
  readonly job: AnyJob;
  readonly handler: JobHandler<never>;
}

/** Keeps a job and its handler of one type. */
const assign = <P>(job: Job<P>, handler: JobHandler<P>): Assigned => ({ job, handler });

/** Job → verb. Resolves to the way to stop. */
export async function startJobs(ctx: DbCtx, parts: JobParts): Promise<() => Promise<void>> {
  const { directory, conveyor, heartbeat, storage, graceMs } = parts;
  const assigned = [
    assign(stopChannelJob, async (ctx, { workspaceId, channelId, reason }) => {
      const inside = inWorkspace(ctx, workspaceId);
      await withWorkspace(inside, (tx) => stopChannel(tx, inside, { channelId, reason }));
    }),
    assign(learnAddressJob, async (ctx, { workspaceId, conversationId, waId }) => {
      await learnAddress(inWorkspace(ctx, workspaceId), conversationId, waId);
    }),
    assign(processReceiptJob, async (ctx, { workspaceId, channelId, receiptId }) => {
      await requeueReceipt(inWorkspace(ctx, workspaceId), channelId, receiptId);
      conveyor.wakeChannel({ workspaceId, channelId });
    }),
    assign(takeTurnJob, async (ctx, { workspaceId, conversationId, fromMessageId }) => {
      await retryTurn(inWorkspace(ctx, workspaceId), conversationId, fromMessageId);
      conveyor.wakeTurns(workspaceId, new Map([[conversationId, undefined]]), ctx.clock.now());
    }),
    assign(fetchMediaJob, fetchMedia(directory, storage)),
    assign(tellReadJob, tellRead(directory)),
    assign(sendMailJob, sendMailHandler),
    assign(forgotPasswordJob, forgotPasswordHandler),
    assign(sendPushJob, sendPush),
    assign(importJob, importContacts),
    assign(exportJob, exportContacts),
    assign(learnIntentsJob, async (ctx, { workspaceId }, { signal }) => {
      await learn(inWorkspace(ctx, workspaceId), signal);
    }),
    assign(keepHouseJob, keepHouse),
    ...deskJobs(parts),
    ...knowledgeJobs(parts),
  ];
  const runner = createRunner(
    ctx,
    assigned.map((one) => one.job),
    Object.fromEntries(assigned.map((one) => [one.job.name, one.handler])),
    { schedules: [keepHouseSchedule, ...deskSchedules], heartbeat, graceMs },
  );
  await runner.start();
  const stopFollowing = followForSearch(ctx);
  return async () => void (await Promise.all([stopFollowing(), runner.stop()]));
}
