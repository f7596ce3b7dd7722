import { conveyorStatement, type DbCtx } from '@balcao/db';
import { createBatcher, Fault } from '@balcao/kernel';
import { storeReceipts } from './rows.ts';

export interface ChannelAddress {
  readonly workspaceId: string;
  readonly channelId: string;
}

export interface Webhook {
  /** The raw body, as it was signed. */
  readonly body: string;
  /** The channels whose secret signed it and which it speaks of. */
  readonly channels: readonly ChannelAddress[];
  readonly trace?: string | undefined;
}

/** More than this waiting for a commit: the gate says 503 and the provider comes again. */
const WAITING_AT_MOST = 2_000;
const WAITING_BYTES_AT_MOST = 64 * 1024 * 1024;
const PER_COMMIT = 256;
const BYTES_PER_COMMIT = 8 * 1024 * 1024;
/** A PostgreSQL that hangs is as good as away. What commits after all is deduped when the provider comes again. */
const COMMIT_WITHIN_MS = 4_000;

/** Stores webhooks; those that arrive together share a commit. Resolves to the receipt's id once it is safe to answer 200. */
export function createReceiver(ctx: DbCtx): (webhook: Webhook) => Promise<string> {
  let waitingBytes = 0;
  const batcher = createBatcher<Webhook, string>({
    run: (webhooks) => store(ctx, webhooks),
    maxItems: PER_COMMIT,
    maxBytes: BYTES_PER_COMMIT,
    maxQueued: WAITING_AT_MOST,
  });
  return async (webhook) => {
    const size = webhook.body.length;
    if (waitingBytes > 0 && waitingBytes + size > WAITING_BYTES_AT_MOST)
      throw new Fault('unavailable', 'too much waits to be stored already');
    waitingBytes += size;
    try {
      return await inTime(ctx, batcher.add(webhook, size));
    } finally {
      waitingBytes -= size;
    }
  };
}

async function inTime<T>(ctx: DbCtx, commit: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = ctx.clock.sleep(COMMIT_WITHIN_MS, over.signal).then(() => {
    if (over.signal.aborted) return commit;
    throw new Fault('unavailable', `not stored within ${COMMIT_WITHIN_MS} ms`);
  });
  try {
    return await Promise.race([commit, late]);
  } finally {
    over.abort('answered'); // a reason given spares the making of an error for each webhook
  }
}

async function store(ctx: DbCtx, webhooks: readonly Webhook[]): Promise<string[]> {
  const ids = webhooks.map(() => ctx.ids.uuid());
  const work = webhooks.flatMap((webhook, n) => webhook.channels.map((channel) => ({ ...channel, receiptId: ids[n] })));
  await conveyorStatement(ctx, storeReceipts, [
    ctx.clock.now(),
    ids,
    webhooks.map((webhook) => webhook.body),
    webhooks.map((webhook) => webhook.trace ?? null),
    work.map((row) => row.workspaceId),
    work.map((row) => row.channelId),
    work.map((row) => row.receiptId),
  ]);
  return ids;
}
