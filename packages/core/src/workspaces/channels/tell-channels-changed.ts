import { sql, type Tx } from '@balcao/db';

/** Processes that keep channels in memory listen to this; the payload is the channel's id. */
export const CHANNELS_CHANGED = 'balcao_channels';

const notify = sql('workspaces/tell-channels-changed', `select pg_notify('${CHANNELS_CHANGED}', $1)`);

/** PostgreSQL delivers it when the transaction commits, and never when it does not. */
export async function tellChannelsChanged(tx: Tx, channelId: string): Promise<void> {
  await tx.run(notify, [channelId]);
}
