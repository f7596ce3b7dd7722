export type { IngestChannel } from './ingest-channel.ts';
export { processReceiptJob } from './jobs.ts';
export {
  type Cause,
  type FactsInMemory,
  type Processed,
  type ProcessParts,
  processOneReceipt,
  processReceipts,
  type Remembered,
} from './process-receipts.ts';
export { type ChannelAddress, createReceiver, type Webhook } from './receive-webhook.ts';
export {
  type Lane,
  lanesDue,
  MAX_RECEIPT_ATTEMPTS,
  postponeReceipt,
  receiptsOfLane,
  requeueReceipt,
} from './retry-receipts.ts';
