import { record } from '@balcao/core/ledger';
import { fetchMediaHandler, type MediaSource, type Storage } from '@balcao/core/media';
import { Fault } from '@balcao/kernel';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';

/** The job that brings a customer's file in: the channel's own way to it, our storage, and a line in the ledger at the end. */
export function fetchMedia(directory: ChannelDirectory, storage: Storage): ReturnType<typeof fetchMediaHandler> {
  const source: MediaSource = {
    async open(_ctx, channelId, providerMediaId, limits) {
      const channel = directory.byId(channelId);
      if (channel === undefined) throw new Fault('unavailable', 'the channel of this file is not there now');
      return channel.adapter.openMedia(channel.credentials, providerMediaId, limits);
    },
  };
  return fetchMediaHandler({
    source,
    storage,
    settled: (tx, ctx, media) =>
      record(tx, ctx, [
        {
          type: 'media.settled',
          conversationId: media.conversationId ?? undefined,
          messageId: media.messageId ?? undefined,
          data: { mediaId: media.id, state: media.state, reason: media.reason },
        },
      ]),
  });
}
