import { defineJob } from '@balcao/jobs';
import { z } from 'zod';

/** Not enqueued as a rule: receipt_work is the queue. It is what a receipt that was given up waits as among the dead letters. */
export const processReceiptJob = defineJob({
  name: 'receipts.process',
  schema: z.object({ workspaceId: z.uuid(), channelId: z.uuid(), receiptId: z.uuid() }),
  maxAttempts: 3,
  timeoutMs: 60_000,
});
