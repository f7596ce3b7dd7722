import { listChannels, resumeChannel, stopChannel } from '@balcao/core/workspaces';
import { presentChannel } from './present-channel.ts';
import type { Verbs } from './verb.ts';

export const channelVerbs: Pick<Verbs, 'channels.list' | 'channels.stop' | 'channels.resume'> = {
  'channels.list': async (_caller, tx) => ({ channels: (await listChannels(tx)).map(presentChannel) }),
  'channels.stop': async ({ ctx }, tx, input) => ({ changed: await stopChannel(tx, ctx, input) }),
  'channels.resume': async ({ ctx }, tx, input) => ({ changed: await resumeChannel(tx, ctx, input) }),
};
