import type { JobHandler } from '@balcao/jobs';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';

/** The customer's ticks turn blue. Best effort: a channel that is away, or a provider that refuses, is not asked again. */
export function tellRead(directory: ChannelDirectory): JobHandler<{ channelId: string; providerId: string }> {
  return async (ctx, { channelId, providerId }, info) => {
    const channel = directory.byId(channelId);
    if (channel === undefined || channel.workspaceId !== info.workspaceId || channel.state !== 'active') return;
    const told = await channel.adapter.markRead(channel.credentials, { providerId });
    if (told.outcome !== 'done') ctx.log.info({ channelId, outcome: told.outcome }, 'a read mark was not taken');
  };
}
