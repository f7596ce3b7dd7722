import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { sealSecret } from './channel-secrets.ts';
import { tellChannelsChanged } from './tell-channels-changed.ts';

const change = sql(
  'workspaces/change-access-token',
  'update channels set access_token = $2, updated_at = $3 where id = $1',
);

/** A token expired or was withdrawn: from the next send on, the new one. */
export async function changeAccessToken(
  tx: Tx,
  ctx: WorkspaceCtx,
  input: { readonly channelId: string; readonly accessToken: string },
): Promise<void> {
  if (input.accessToken.trim() === '') throw new Fault('invalid_input', 'the access token is empty');
  const sealed = sealSecret(ctx.keys, ctx.workspaceId, 'access_token', input.accessToken);
  if ((await tx.run(change, [input.channelId, sealed, ctx.clock.now()])) === 0)
    throw new Fault('not_found', `there is no channel "${input.channelId}"`);
  await record(tx, ctx, [{ type: 'channel.token_changed', data: { channelId: input.channelId } }]);
  await tellChannelsChanged(tx, input.channelId);
}
