import { type Channel, listChannels, resumeChannel, stopChannel } from '@balcao/core/workspaces';
import { time } from './present.ts';
import type { Verbs } from './verb.ts';

function presentChannel(channel: Channel) {
  const { workspaceId: _workspaceId, graphBaseUrl: _graphBaseUrl, createdAt, updatedAt, ...shown } = channel;
  return { ...shown, createdAt: time(createdAt), updatedAt: time(updatedAt) };
}

export const channelVerbs: Pick<Verbs, 'channels.list' | 'channels.stop' | 'channels.resume'> = {
  'channels.list': async (_caller, tx) => ({ channels: (await listChannels(tx)).map(presentChannel) }),
  'channels.stop': async ({ ctx }, tx, input) => ({ changed: await stopChannel(tx, ctx, input) }),
  'channels.resume': async ({ ctx }, tx, input) => ({ changed: await resumeChannel(tx, ctx, input) }),
};
