import { createClient } from '@balcao/client';

const balcao = createClient({ baseUrl: '' });

// @ts-expect-error: there is no such operation
await balcao.call('inbox.lists', {});
// @ts-expect-error: in which conversation?
await balcao.call('messages.send', { content: { kind: 'text', text: 'x' } });
// @ts-expect-error: a file goes by upload
await balcao.call('media.upload', {});
// @ts-expect-error: that takes no file
await balcao.upload('messages.send', {}, new Uint8Array());
// @ts-expect-error: that is no list
balcao.pages('contacts.get', { id: 'x' });
// @ts-expect-error: that is a number
export const count: string = (await balcao.call('inbox.counts', {})).mine;
