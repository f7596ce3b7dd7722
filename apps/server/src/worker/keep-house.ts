import { forgetOldFiles } from '@balcao/core/contacts';
import { forgetOldOfBot } from '@balcao/core/governance';
import { forgetOldRuns } from '@balcao/core/tools';
import { type DbCtx, dropPartitionsBefore, preparePartitions } from '@balcao/db';
import { defineJob, defineSchedule, type JobHandler } from '@balcao/jobs';
import { z } from 'zod';

const nothing = z.strictObject({});

export const keepHouseJob = defineJob({ name: 'house.keep', schema: nothing, maxAttempts: 5, timeoutMs: 5 * 60_000 });

/** Every six hours: partitions are made months ahead, so that a night or two without us harms nothing. */
export const keepHouseSchedule = defineSchedule({
  name: 'keep-house',
  cron: '17 */6 * * *',
  job: keepHouseJob,
  payload: {},
});

/** Raw bodies are kept for replay this long: twice as long as the provider repeats them. */
const RECEIPTS_KEPT_MS = 14 * 86_400_000;

/** Makes the partitions of the months and days to come, and takes away what nobody needs any more: days of receipts, exports of yesterday. */
export const keepHouse: JobHandler<z.infer<typeof nothing>> = async (ctx: DbCtx) => {
  const client = await ctx.db.login.connect();
  try {
    const now = ctx.clock.now();
    const made = await preparePartitions(client, now);
    const dropped = await dropPartitionsBefore(client, 'receipts', new Date(now.getTime() - RECEIPTS_KEPT_MS));
    if (made.length + dropped.length > 0) ctx.log.info({ made, dropped }, 'partitions kept');
  } finally {
    client.release();
  }
  await forgetOldFiles(ctx);
  await forgetOldOfBot(ctx);
  await forgetOldRuns(ctx);
};
