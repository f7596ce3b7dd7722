import type { ChannelAddress } from '@balcao/core/ingest';
import type { QueuedReply } from '@balcao/core/messages';
import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { createPump } from '@balcao/kernel';

const CHANNEL = 'balcao_work';
const notify = sql('worker/tell-of-work', `select pg_notify('${CHANNEL}', word) from unnest($1::text[]) as t(word)`);
/** More than this at once: the workers had better look at everything. */
const WORDS_AT_MOST = 500;

/** For a process that serves but does not work. */
export interface Teller {
  stored(receiptId: string, channels: readonly ChannelAddress[]): void;
  queued(items: readonly QueuedReply[]): void;
}

/** Tells the workers which rows are waiting, so that none waits for the sweeper. Many in a moment are one statement. */
export function tellOfWork(ctx: DbCtx, workspaceOf: (channelId: string) => string | undefined): Teller {
  const words = new Set<string>();
  const pump = createPump(
    async () => {
      const said = words.size > WORDS_AT_MOST ? [''] : [...words];
      words.clear();
      if (said.length > 0) await conveyorStatement(ctx, notify, [said]);
      return false;
    },
    () => undefined, // the workers sweep every second anyway
  );
  return {
    stored(_receiptId, channels) {
      for (const { workspaceId, channelId } of channels) words.add(`channel ${workspaceId} ${channelId}`);
      pump.wake();
    },
    queued(items) {
      for (const item of items) words.add(`message ${workspaceOf(item.channelId) ?? ''} ${item.id}`);
      pump.wake();
    },
  };
}

export interface Hearer {
  receipts(channel: ChannelAddress): void;
  message(workspaceId: string, id: string): void;
  /** Something, somewhere: after the connection was lost, for one. */
  anything(): void;
}

export function listenForWork(ctx: DbCtx, hearer: Hearer): Promise<() => Promise<void>> {
  return ctx.db.listen(CHANNEL, (word) => {
    const [what, workspaceId = '', id = ''] = word.split(' ');
    if (what === 'channel') hearer.receipts({ workspaceId, channelId: id });
    else if (what === 'message' && workspaceId !== '') hearer.message(workspaceId, id);
    else hearer.anything();
  });
}
