import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createHandClock } from '../../trial/hand-clock.ts';
import { number, startTrial, type Trial } from '../../trial/start-trial.ts';

const bytes = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 256));

async function upload(trial: Trial, mimeType = 'image/png'): Promise<Response> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', mimeType);
  form.set('file', new File([bytes], 'foto ção.png', { type: mimeType }));
  return trial.graph(`/${number.phoneNumberId}/media`, { method: 'POST', body: form });
}

async function hop(
  trial: Trial,
): Promise<{ id: string; url: string; sha256: string; file_size: string; mime_type: string }> {
  const { id } = (await (await upload(trial)).json()) as { id: string };
  return (await (await trial.graph(`/${id}`)).json()) as Awaited<ReturnType<typeof hop>>;
}

test('a file comes back by two hops as it went up', async () => {
  await using trial = await startTrial();
  const found = await hop(trial);
  expect(found).toMatchObject({
    mime_type: 'image/png',
    file_size: '1000',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    messaging_product: 'whatsapp',
  });
  const answer = await trial.graph(found.url);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

test.each([
  ['bytes=0-9', 206, 'bytes 0-9/1000', 0, 10],
  ['bytes=990-', 206, 'bytes 990-999/1000', 990, 1000],
  ['bytes=-5', 206, 'bytes 995-999/1000', 995, 1000],
  ['bytes=500-5000', 206, 'bytes 500-999/1000', 500, 1000],
  ['bytes=1000-', 416, 'bytes */1000', 0, 0],
])('Range %s gives %d', async (range, status, contentRange, from, to) => {
  await using trial = await startTrial();
  const { url } = await hop(trial);
  const answer = await trial.graph(url, { headers: { range } });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-range')).toBe(contentRange);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
});

test('the second hop needs the token, an untouched address, and lives for five minutes', async () => {
  const clock = createHandClock();
  await using trial = await startTrial({ clock });
  const { url, id } = await hop(trial);
  expect((await trial.graph(url, { token: null })).status).toBe(401);
  expect(
    (await trial.graph(url.replace(/mid=(\d)/, (_whole, digit) => `mid=${(Number(digit) + 1) % 10}`))).status,
  ).toBe(404);
  expect((await trial.graph(url)).status).toBe(200);
  await clock.advance(5 * 60_000 + 1_000);
  expect((await trial.graph(url)).status).toBe(404);
  const again = (await (await trial.graph(`/${id}`)).json()) as { url: string };
  expect((await trial.graph(again.url)).status).toBe(200);
});

test('a deleted file is gone, and a type that Meta does not take is refused', async () => {
  await using trial = await startTrial();
  const { id } = await hop(trial);
  expect(await (await trial.graph(`/${id}`, { method: 'DELETE' })).json()).toEqual({ success: true });
  expect((await trial.graph(`/${id}`)).status).toBe(400);
  expect(await (await upload(trial, 'audio/webm')).json()).toMatchObject({ error: { code: 100 } });
});

test('files of the customer reach the webhook by id, in base64 hash, with an address that works', async () => {
  await using trial = await startTrial();
  const { id } = trial.simulator.keepMedia({
    phoneNumberId: number.phoneNumberId,
    bytes,
    mimeType: 'audio/ogg; codecs=opus',
  });
  trial.simulator.write(number.phoneNumberId, trial.maria.id, { kind: 'media', as: 'audio', mediaId: id, voice: true });
  await trial.simulator.idle();
  const audio = trial.receiver.items('messages')[0]?.audio as { url: string; sha256: string };
  expect(audio).toMatchObject({ id, mime_type: 'audio/ogg; codecs=opus', voice: true });
  expect(audio.sha256).toBe(createHash('sha256').update(bytes).digest('base64'));
  expect((await trial.graph(audio.url)).status).toBe(200);
});

test('beyond its room the simulator forgets the oldest files first', async () => {
  await using trial = await startTrial({ keep: { mediaBytes: 2500 } });
  const ids = [1, 2, 3].map(
    () => trial.simulator.keepMedia({ phoneNumberId: number.phoneNumberId, bytes, mimeType: 'image/png' }).id,
  );
  const found = await Promise.all(ids.map(async (id) => (await trial.graph(`/${id}`)).status));
  expect(found).toEqual([400, 200, 200]);
});
