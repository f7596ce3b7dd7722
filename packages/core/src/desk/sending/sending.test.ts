import { type DbCtx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { movableClock, testCtx } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { advanceStatus, findMessage, readMessages } from '../../messages/index.ts';
import { updateWorkspace } from '../../workspaces/index.ts';
import { channel, deskLab } from '../testing/desk-lab.ts';
import { retryMessage } from './retry-message.ts';
import { sendMessage } from './send-message.ts';

type Lab = Awaited<ReturnType<typeof deskLab>>;

const clock = movableClock('2026-11-21T12:00:00Z');
let base: DbCtx;
let lab: Lab;
let ana: Awaited<ReturnType<Lab['member']>>;
beforeAll(async () => {
  base = await testCtx({ clock });
  lab = await deskLab(base);
  ana = await lab.member('Ana Souza');
});

async function send(ctx: WorkspaceCtx, conversationId: string, text: string, more: object = {}) {
  const place = await lab.place(conversationId);
  const origin = ctx.actor.kind === 'person' ? ('person' as const) : ('api' as const);
  const content = { kind: 'text', text } as const;
  return await withWorkspace(ctx, (tx) => sendMessage(ctx, tx, { place, channel, content, origin, ...more }));
}

test('a person who writes takes the floor, and what the bot had queued does not go out after them', async () => {
  const id = await lab.talk();
  await lab.bot(id, 'Sou o robô');
  await send(ana.ctx, id, 'Oi, aqui é a Ana');
  expect((await lab.place(id)).floor).toBe('person');
  expect(
    (await lab.messages(id)).map(({ text, status, errorDetail, authorId }) => [text, status, errorDetail, authorId]),
  ).toEqual([
    ['Sou o robô', 'failed', 'floor_taken', null],
    ['Oi, aqui é a Ana', 'queued', null, ana.memberId],
  ]);
});

test('an integration leaves the floor where it is', async () => {
  const id = await lab.talk();
  await lab.bot(id, 'Sou o robô');
  await send({ ...lab.ctx, actor: { kind: 'api_key', id: lab.ctx.ids.uuid() } }, id, 'Pedido enviado');
  expect((await lab.place(id)).floor).toBe('bot');
  expect((await lab.messages(id)).map((one) => one.status)).toEqual(['queued', 'queued']);
});

test('one clientId is one message, also of ten at once, and after the window has closed', async () => {
  const id = await lab.talk();
  const all = await Promise.all(Array.from({ length: 10 }, () => send(ana.ctx, id, 'oi', { clientId: 'abc' })));
  expect(new Set(all.map((one) => one.message.id)).size).toBe(1);
  expect(all.filter((one) => one.queued.length > 0)).toHaveLength(1);
  clock.go(2 * 3_600_000);
  expect((await send(ana.ctx, id, 'oi', { clientId: 'abc' })).message.id).toBe(all[0]?.message.id);
  await expect(send(ana.ctx, id, 'mais uma', { clientId: 'def' })).rejects.toMatchObject({ code: 'window_closed' });
  // What was refused took no name: with the window open again it goes.
  expect(await lab.messages(id)).toHaveLength(1);
});

test('a failed message is sent anew, once, and both know of each other', async () => {
  const id = await lab.talk();
  const { message } = await send(ana.ctx, id, 'oi');
  const retry = async () => {
    const place = await lab.place(id);
    return await withWorkspace(ana.ctx, async (tx) =>
      retryMessage(ana.ctx, tx, {
        message: await findMessage(ana.ctx, tx, message.id),
        place,
        channel,
        origin: 'person',
      }),
    );
  };
  await expect(retry()).rejects.toMatchObject({ code: 'conflict' });
  const sighting = { status: 'failed' as const, at: clock.now(), tag: message.id, errorCode: 131026 };
  await lab.within((tx) => advanceStatus(lab.ctx, tx, lab.line.channel.id, [sighting]));
  const [first, second] = await Promise.all([retry(), retry()]);
  expect(second.message.id).toBe(first.message.id);
  const [newer, older] = await lab.within((tx) => readMessages(lab.ctx, tx, [message.id, first.message.id]));
  expect(newer).toMatchObject({ text: 'oi', retryOf: message.id, status: 'queued' });
  expect(older).toMatchObject({ status: 'failed', retriedBy: first.message.id });
});

test('where the company wants it, texts of people are signed, and a repeated one is not signed twice', async () => {
  await lab.within((tx) => updateWorkspace(tx, lab.ctx, { settings: { signMessages: true } }));
  const id = await lab.talk();
  const { message } = await send(ana.ctx, id, 'Bom dia');
  await send(ana.ctx, id, '*Ana Souza:*\nBom dia', { retryOf: message.id });
  expect((await lab.messages(id)).map((one) => one.text)).toEqual(['*Ana Souza:*\nBom dia', '*Ana Souza:*\nBom dia']);
  await lab.within((tx) => updateWorkspace(tx, lab.ctx, { settings: { signMessages: false } }));
});

test('a file goes as what it is, or as a document; another company’s is not there', async () => {
  const id = await lab.talk();
  const [image, theirs] = [await lab.file('image'), await (await deskLab(base)).file('image')];
  const as = (media: string, mediaId: string) =>
    send(ana.ctx, id, '', { content: { kind: 'media', media, source: { mediaId } } });
  await as('image', image);
  await as('document', image);
  expect((await lab.messages(id)).map((one) => [one.mediaId, (one.content as { fileName?: string }).fileName])).toEqual(
    [
      [image, undefined],
      [image, 'a.png'],
    ],
  );
  await expect(as('audio', image)).rejects.toMatchObject({ code: 'wrong_file' });
  await expect(as('image', theirs)).rejects.toMatchObject({ code: 'not_found' });
});
