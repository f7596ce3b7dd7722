import { outboundContent } from '@balcao/contract';
import { expect, test } from 'vitest';
import type { Attachment } from '../files/attachment.ts';
import { makeDrafts } from './make-drafts.ts';
import { pendingMessage } from './pending-message.ts';

let last = 0;
const tools = { newId: () => `c${(last += 1)}`, upload: () => Promise.resolve({ id: mediaId }) };
const mediaId = '019c0000-0000-7000-8000-000000000000';
const file = (kind: Attachment['kind'], name: string): Attachment => ({
  key: name,
  from: 'here',
  kind,
  file: new File(['x'], name),
  url: `blob:${name}`,
});
const kept: Attachment = {
  key: 'k',
  from: 'server',
  kind: 'document',
  media: {
    id: mediaId,
    kind: 'document',
    state: 'stored',
    mime: 'application/pdf',
    bytes: 9,
    fileName: 'tabela.pdf',
    voice: false,
    url: '/media/x',
    urlExpiresAt: null,
    problem: null,
  },
};

test('words go as the caption of the first file that can carry them', () => {
  const drafts = makeDrafts(
    { text: ' oi ', attachments: [file('audio', 'a.mp3'), file('image', 'a.jpg'), kept] },
    tools,
  );
  expect(drafts.map(({ content }) => 'caption' in content && content.caption)).toEqual([false, 'oi', false]);
  expect(drafts.at(-1)?.content).toMatchObject({ source: { mediaId }, fileName: 'tabela.pdf' });
});

test('words beside files without captions go before them, and only the first message quotes', () => {
  const quoted = { id: 'q' } as never;
  const drafts = makeDrafts({ text: 'oi', attachments: [file('audio', 'a.mp3')], quoted }, tools);
  expect(drafts.map(({ content, replyTo }) => [content.kind, replyTo])).toEqual([
    ['text', 'q'],
    ['media', undefined],
  ]);
});

test('a file goes up once, however often its sending is tried', async () => {
  let uploads = 0;
  const counting = {
    ...tools,
    upload() {
      uploads += 1;
      return uploads === 1 ? Promise.reject(new Error('away')) : tools.upload();
    },
  };
  const [draft] = makeDrafts({ text: 'oi', attachments: [file('image', 'a.jpg')] }, counting);
  const watch = { onProgress: () => undefined, signal: new AbortController().signal };
  await expect(draft?.upload?.(watch)).rejects.toThrow('away');
  const content = { kind: 'media', media: 'image', source: { mediaId }, caption: 'oi' };
  expect(await draft?.upload?.(watch)).toEqual(content);
  expect(await draft?.upload?.(watch)).toEqual(content);
  expect(uploads).toBe(2);
});

test('blanks alone are no message', () => {
  expect(makeDrafts({ text: ' \n ', attachments: [] }, tools)).toEqual([]);
});

test('whatever is written is what the contract takes, and can be shown before the server has it', () => {
  const drafts = makeDrafts({ text: 'veja https://x.com', attachments: [file('video', 'a.mp4'), kept] }, tools);
  for (const draft of drafts) {
    expect(outboundContent.safeParse(draft.content).success).toBe(true);
    const shown = pendingMessage(draft, { conversationId: 'c', authorId: 'm', at: '2026-11-21T10:00:00Z', seq: 1 });
    expect(shown).toMatchObject({ direction: 'out', clientId: draft.clientId });
    expect(shown.media?.url ?? shown.text).toBeTruthy();
  }
});
