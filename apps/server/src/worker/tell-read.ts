import type { JobHandler } from '@balcao/jobs';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';

interface ReadToTell {
  readonly channelId: string;
  readonly providerId: string;
  readonly typing?: boolean | undefined;
}

/** The customer's ticks turn blue, and "typing…" appears where that is asked for. Best effort: a channel that is away, or a provider that refuses, is not asked again. */
export function tellRead(directory: ChannelDirectory): JobHandler<ReadToTell> {
  return async (ctx, { channelId, providerId, typing }, info) => {
    const channel = directory.byId(channelId);
    if (channel === undefined || channel.workspaceId !== info.workspaceId || channel.state !== 'active') return;
    const told = await channel.adapter.markRead(channel.credentials, { providerId, typing });
    if (told.outcome !== 'done') ctx.log.info({ channelId, outcome: told.outcome }, 'a read mark was not taken');
  };
}
