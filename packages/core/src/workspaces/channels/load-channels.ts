import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { channelColumns } from '../rows.ts';
import type { Channel, LoadedChannel } from '../types.ts';
import { openSecret, type SecretColumn } from './channel-secrets.ts';

const load = sql(
  'workspaces/load-channels',
  `select ${channelColumns}, app_secret, access_token, verify_token from channels order by workspace_id, id`,
);

type Row = Channel & Record<SecretColumn, string>;

/**
 * Every channel of the house with its secrets opened, for the gate, the turn and the outbox. Stopped ones too: what their
 * customers write is still stored. One whose secrets do not open is left out and logged; Meta repeats for days.
 */
export async function loadChannels(ctx: DbCtx): Promise<LoadedChannel[]> {
  const loaded: LoadedChannel[] = [];
  for (const { app_secret, access_token, verify_token, ...channel } of await conveyorStatement<Row>(ctx, load)) {
    const open = (column: SecretColumn, sealed: string) => openSecret(ctx.keys, channel.workspaceId, column, sealed);
    try {
      loaded.push({
        ...channel,
        appSecret: open('app_secret', app_secret),
        accessToken: open('access_token', access_token),
        verifyToken: open('verify_token', verify_token),
      });
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      ctx.log.error(
        { channelId: channel.id, because },
        'The secrets of a channel do not open with the keys of SECRET_KEYS',
      );
    }
  }
  return loaded;
}
