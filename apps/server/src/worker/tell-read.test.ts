import type { DbCtx } from '@balcao/db';
import type { JobInfo } from '@balcao/jobs';
import { quietLog } from '@balcao/testkit';
import { expect, test } from 'vitest';
import type { ChannelDirectory, KnownChannel } from '../runtime/channel-directory.ts';
import { tellRead } from './tell-read.ts';

const asked: string[] = [];
const channel = (state: string, outcome: string) =>
  ({
    workspaceId: 'own',
    state,
    credentials: {},
    adapter: {
      markRead: (_credentials: unknown, { providerId, typing }: { providerId: string; typing?: boolean }) => {
        asked.push(typing === true ? `${providerId} typing` : providerId);
        return Promise.resolve({ outcome });
      },
    },
  }) as unknown as KnownChannel; // as much of a channel as is used here
const channels = new Map([
  ['good', channel('active', 'done')],
  ['refusing', channel('active', 'failed')],
  ['stopped', channel('stopped', 'done')],
]);
const directory = { byId: (id: string) => channels.get(id) } as ChannelDirectory;
const tell = (channelId: string, workspaceId = 'own', typing?: boolean) =>
  tellRead(directory)({ log: quietLog } as DbCtx, { channelId, providerId: channelId, typing }, {
    workspaceId,
  } as JobInfo);

test('the provider is told once, and what it refuses is no failure; a channel that is stopped, gone or another’s is not asked', async () => {
  for (const id of ['good', 'refusing', 'stopped', 'gone']) await tell(id);
  await tell('good', 'another');
  expect(asked).toEqual(['good', 'refusing']);
  await tell('good', 'own', true);
  expect(asked.at(-1)).toBe('good typing');
});
