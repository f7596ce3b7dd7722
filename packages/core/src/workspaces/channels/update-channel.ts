import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { channelColumns } from '../rows.ts';
import type { BotMode, Channel } from '../types.ts';
import { sealSecret } from './channel-secrets.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

export interface ChannelChange {
  readonly name?: string | undefined;
  readonly perSecond?: number | undefined;
  readonly perPair?: boolean | undefined;
  readonly joinMs?: number | undefined;
  readonly botMode?: BotMode | undefined;
  readonly accessToken?: string | undefined;
  readonly appSecret?: string | undefined;
  readonly verifyToken?: string | undefined;
}

const update = sql(
  'workspaces/update-channel',
  `update channels set name = coalesce($2, name), per_second = coalesce($3, per_second), per_pair = coalesce($4, per_pair),
     join_ms = coalesce($5, join_ms), access_token = coalesce($6, access_token), app_secret = coalesce($7, app_secret),
     verify_token = coalesce($8, verify_token), updated_at = $9, bot_mode = coalesce($10, bot_mode)
   where id = $1
   returning ${channelColumns}`,
);

/** What is not given stays. Secrets are sealed anew; the ledger tells which were changed, never to what. */
export async function updateChannel(
  tx: Tx,
  ctx: WorkspaceCtx,
  channelId: string,
  change: ChannelChange,
): Promise<Channel> {
  const seal = (column: 'access_token' | 'app_secret' | 'verify_token', text: string | undefined) =>
    text === undefined ? null : sealSecret(ctx.keys, ctx.workspaceId, column, text);
  const channel = await tx.one<Channel>(update, [
    channelId,
    change.name ?? null,
    change.perSecond ?? null,
    change.perPair ?? null,
    change.joinMs ?? null,
    seal('access_token', change.accessToken),
    seal('app_secret', change.appSecret),
    seal('verify_token', change.verifyToken),
    ctx.clock.now(),
    change.botMode ?? null,
  ]);
  if (channel === undefined) throw new Fault('not_found', `there is no channel "${channelId}"`);
  const changed = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await record(tx, ctx, [{ type: 'channel.updated', data: { channelId, changed } }]);
  await tellChannelsChanged(tx, channelId);
  return channel;
}
