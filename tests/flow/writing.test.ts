import type { OperationName, ShownMedia, ThreadMessage } from '@balcao/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo, type CustomerInHand } from './customer.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

/*
 * What an attendant writes, from the API to the customer's telephone and back onto the screen, with the real program and the
 * simulator on a socket: nothing between them but HTTP.
 */
const quiet = { version: 1, start: 'hi', steps: { hi: { reply: 'Olá!' } } };
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let line: SimulatedLine;
let maria: CustomerInHand;
let conversationId = '';
beforeAll(async () => {
  line = await startSimulatedLine({ flow: quiet });
  maria = addCustomerTo(line, 'Maria Ávila', '+55 (11) 98765-4321');
  maria.write('oi');
  for (let tries = 0; conversationId === '' && tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { conversations } = await line.api<{ conversations: { id: string }[] }>('conversations.list');
    conversationId = conversations[0]?.id ?? '';
  }
}, 60_000);
afterAll(() => line?.close());

interface Thread {
  readonly messages: ThreadMessage[];
  readonly conversation: { floor: string };
  readonly next: string | null;
}

const thread = (more: Record<string, unknown> = {}) => line.api<Thread>('messages.thread', { conversationId, ...more });
const newest = async () => (await thread()).messages[0] as ThreadMessage;
const send = (content: unknown, more: Record<string, unknown> = {}) =>
  line.api<{ messageId: string; status: string }>('messages.send', { conversationId, content, ...more });

async function upload(bytes: Buffer, query: Record<string, string>): Promise<{ status: number; media: ShownMedia }> {
  const response = await fetch(`${line.program.url}/api/v1/media.upload?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${line.apiKey}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const { media } = (await response.json()) as { media: ShownMedia };
  return { status: response.status, media };
}

/** Sends, waits until the customer has it, and gives what the screen shows of it. */
async function delivered(content: unknown, more: Record<string, unknown> = {}): Promise<ThreadMessage> {
  const { messageId } = await send(content, more);
  const shown = async () => (await thread()).messages.find((one) => one.id === messageId);
  await expect.poll(async () => (await shown())?.status, { timeout: 10_000, interval: 30 }).toBe('delivered');
  return (await shown()) as ThreadMessage;
}

test('every kind arrives on the telephone and stands on the screen', async () => {
  expect(await delivered({ kind: 'location', latitude: -23.5, longitude: -46.6, name: 'Loja' })).toMatchObject({
    kind: 'location',
    location: { latitude: -23.5, name: 'Loja' },
  });
  const card = { name: { formatted: 'Ana Souza', first: 'Ana' }, phones: [{ phone: '+5511999998888' }] };
  expect(await delivered({ kind: 'contacts', contacts: [card] })).toMatchObject({
    contacts: [{ name: 'Ana Souza', phones: [{ phone: '+5511999998888' }] }],
  });
  const buttons = [{ id: 'sim', title: 'Sim' }];
  expect(await delivered({ kind: 'buttons', text: 'Pode ser?', footer: 'Loja', buttons })).toMatchObject({
    text: 'Pode ser?',
    interactive: { footer: 'Loja', buttons: [{ id: 'sim', title: 'Sim', url: null }] },
  });
  const sections = [{ rows: [{ id: 'a', title: 'Amanhã' }] }];
  expect(await delivered({ kind: 'list', text: 'Quando?', button: 'Ver', sections })).toMatchObject({
    interactive: { listButton: 'Ver', sections: [{ rows: [{ id: 'a', title: 'Amanhã' }] }] },
  });
  expect(await delivered({ kind: 'cta_url', text: 'Veja', button: 'Abrir', url: 'https://x.com.br' })).toMatchObject({
    interactive: { buttons: [{ title: 'Abrir', url: 'https://x.com.br' }] },
  });
});

test('a file is uploaded once, sent as itself and as a header, and opened from the screen', async () => {
  const { media } = await upload(png, { fileName: 'foto.png' });
  expect(media).toMatchObject({ kind: 'image', mime: 'image/png', state: 'stored', voice: false });
  const source = { mediaId: media.id };
  const shown = await delivered({ kind: 'media', media: 'image', source, caption: 'Veja só' });
  expect(shown).toMatchObject({ kind: 'image', text: 'Veja só', media: { id: media.id, state: 'stored' } });
  const opened = await fetch((shown.media?.url ?? '').replace(/^https?:\/\/[^/]+/, line.program.url));
  expect(Buffer.from(await opened.arrayBuffer()).equals(png)).toBe(true);
  const header = { kind: 'image', source };
  const framed = await delivered({ kind: 'buttons', text: 'E aí?', header, buttons: [{ id: '1', title: 'Ok' }] });
  expect(framed.interactive?.header).toMatchObject({ kind: 'image', media: { id: media.id } });
  await expect(send({ kind: 'media', media: 'video', source })).rejects.toThrow('wrong_file');
  expect((await upload(Buffer.from('PK\u0003\u0004'.padEnd(200, 'x')), {})).status).toBe(422);
});

test('the same clientId is the same message, whoever asks again', async () => {
  const content = { kind: 'text', text: 'uma vez só' };
  const [first, second] = await Promise.all([send(content, { clientId: 'c-1' }), send(content, { clientId: 'c-1' })]);
  expect(second.messageId).toBe(first.messageId);
  await expect.poll(async () => (await newest()).status).toBe('delivered');
  expect(await newest()).toMatchObject({ text: 'uma vez só', clientId: 'c-1' });
});

test('quotes, reactions of both sides, edits and deletions stand at their message', async () => {
  const asked = maria.write('Tem bolo?');
  await expect.poll(async () => (await thread()).messages.some((one) => one.text === 'Tem bolo?')).toBe(true);
  const question = (await thread()).messages.find((one) => one.text === 'Tem bolo?') as ThreadMessage;
  const answer = await delivered({ kind: 'text', text: 'Tem!' }, { replyTo: question.id });
  expect(answer.quote).toMatchObject({ messageId: question.id, direction: 'in', text: 'Tem bolo?' });
  expect(await line.api('messages.react', { messageId: question.id, emoji: '👍' })).toEqual({ changed: true });
  maria.write({ kind: 'reaction', messageId: answer.providerId ?? '', emoji: '❤️' });
  maria.write({ kind: 'edit', messageId: asked.id, body: 'Tem bolo de milho?' });
  const look = async (id: string) => (await thread()).messages.find((one) => one.id === id);
  await expect.poll(async () => (await look(answer.id))?.reactions).toMatchObject([{ by: 'customer', emoji: '❤️' }]);
  await expect.poll(async () => (await look(question.id))?.edits).toMatchObject([{ text: 'Tem bolo?' }]);
  expect(await look(question.id)).toMatchObject({
    text: 'Tem bolo de milho?',
    reactions: [{ by: 'business', emoji: '👍' }],
  });
  expect((await thread()).messages.some((one) => one.kind === 'reaction')).toBe(false);
});

test('templates are mirrored, previewed, and read on the screen as the customer reads them', async () => {
  // The first look asks the provider; a moment later they are there.
  const look = () => line.api<{ templates: unknown[] }>('templates.list', { channelId: line.channelId });
  await expect.poll(async () => (await look()).templates.length, { timeout: 10_000 }).toBe(3);
  expect(await line.api('templates.refresh', { channelId: line.channelId })).toMatchObject({ added: 0, changed: 0 });
  const { templates } = await line.api<{ templates: { id: string; name: string; fields: { key: string }[] }[] }>(
    'templates.list',
    { conversationId, q: 'pedido' },
  );
  expect(templates).toMatchObject([{ name: 'pedido_confirmado', sendable: true, problem: null }]);
  const templateId = templates[0]?.id ?? '';
  expect(templates[0]?.fields.map((field) => field.key)).toEqual(['body.1', 'body.2', 'body.3', 'button.1']);
  const values = { 'body.1': '{{contato.primeiro_nome}}', 'body.2': '1042', 'body.3': 'dois\ndias' };
  const preview = (more: object = {}) =>
    line.api<{ missing: string[]; content: unknown; text: string }>('templates.preview', {
      templateId,
      conversationId,
      values: { ...values, ...more },
    });
  expect(await preview()).toMatchObject({ missing: ['button.1'], content: null });
  const { content, text } = await preview({ 'button.1': '1042' });
  expect(text).toBe('Olá, Maria! Seu pedido 1042 foi confirmado e chega em dois dias.');
  expect(await delivered(content)).toMatchObject({
    kind: 'template',
    text,
    template: { name: 'pedido_confirmado' },
    interactive: {
      footer: 'Responda SAIR para não receber avisos',
      buttons: [{ title: 'Acompanhar' }, { title: 'Ver pedido', url: 'https://exemplo.com.br/pedidos/1042' }],
    },
  });
  const wrong = { kind: 'template', name: 'pedido_confirmado', language: 'pt_BR', body: [{ kind: 'text', text: 'x' }] };
  await expect(send(wrong)).rejects.toThrow('template_unusable');
});

test('credentials are tried on the spot, each with its own sentence', async () => {
  const { accessToken, appSecret, phoneNumberId, wabaId } = line.number;
  const attempt = (input: object) =>
    line.api<{ ok: boolean; results: { what: string; state: string; sentence: { key: string } }[] }>(
      'channels.test-credential' satisfies OperationName,
      input as Record<string, unknown>,
    );
  const good = await attempt({ accessToken, appSecret, phoneNumberId, wabaId });
  expect(good.ok).toBe(true);
  expect(good.results.map((one) => [one.what, one.state])).toEqual([
    ['access_token', 'ok'],
    ['phone_number', 'ok'],
    ['waba', 'ok'],
    ['app_secret', 'ok'],
    ['webhook', 'ok'],
  ]);
  const bad = await attempt({
    channelId: line.channelId,
    appSecret: 'x',
    phoneNumberId: '123',
    what: ['phone_number', 'app_secret'],
  });
  expect(bad.results.map((one) => one.sentence.key)).toEqual(['number_unknown', 'secret_wrong']);
  const none = await attempt({ accessToken: 'EAAGwrong', phoneNumberId });
  expect(none).toMatchObject({
    ok: false,
    results: [{ state: 'failed', sentence: { key: 'token_refused' } }, { state: 'not_tried' }, {}, {}, {}],
  });
});

test('the health of a number is asked for, kept, and said in cards', async () => {
  const { health } = await line.api<{ health: Record<string, unknown> }>('channels.check', {
    channelId: line.channelId,
  });
  expect(health).toMatchObject({
    level: 'ok',
    number: { status: 'CONNECTED', quality: 'GREEN' },
    limit: { people: 2000 },
    token: { valid: true, expiresAt: null, missingScopes: [] },
    webhook: { subscribed: true, url: expect.stringContaining(`/webhooks/whatsapp/${line.channelId}`) },
  });
  const kept = await line.api<{ health: unknown[] }>('channels.health');
  expect(kept.health).toMatchObject([{ channelId: line.channelId, level: 'ok' }]);
});

test('a refused message says why in plain words, and goes when it is sent again', async () => {
  line.simulator.inject({ kind: 'error', code: 131026, times: 1 });
  const { messageId } = await send({ kind: 'text', text: 'chegou?' });
  const look = async (id: string) => (await thread()).messages.find((one) => one.id === id);
  await expect.poll(async () => (await look(messageId))?.status).toBe('failed');
  expect((await look(messageId))?.problem).toMatchObject({ key: 'undeliverable', code: 131026 });
  const retry = () => line.api<{ messageId: string }>('messages.retry', { messageId });
  const again = await retry();
  expect((await retry()).messageId).toBe(again.messageId);
  await expect.poll(async () => (await look(again.messageId))?.status).toBe('delivered');
  expect([await look(messageId), await look(again.messageId)]).toMatchObject([
    { retriedBy: again.messageId },
    { retryOf: messageId, problem: null },
  ]);
  const { health } = await line.api<{ health: { lastError: unknown }[] }>('channels.health');
  expect(health[0]?.lastError).toMatchObject({ code: 131026, sentence: { key: 'undeliverable' } });
});

test('a voice note is one on the telephone too', async () => {
  const head = Buffer.from('4f676753000200000000000000000000000000000000000000000113', 'hex');
  const { media } = await upload(Buffer.concat([head, Buffer.from('OpusHead'), Buffer.alloc(40)]), { voice: 'true' });
  expect(media).toMatchObject({ kind: 'audio', mime: 'audio/ogg', voice: true, problem: null });
  const shown = await delivered({ kind: 'media', media: 'audio', source: { mediaId: media.id } });
  expect(shown).toMatchObject({ kind: 'audio', media: { voice: true } });
  expect(maria.last().content).toMatchObject({ audio: { voice: true } });
});

test('what Meta says of a template by webhook counts at once', async () => {
  const list = () =>
    line.api<{ templates: { id: string; name: string; problem: { key: string } | null }[] }>('templates.list');
  const name = 'retomar_atendimento';
  line.simulator.judgeTemplate(line.number.wabaId, name, 'PAUSED');
  await expect
    .poll(async () => (await list()).templates.find((one) => one.name === name)?.problem?.key, { timeout: 5_000 })
    .toBe('paused');
  const content = { kind: 'template', name, language: 'pt_BR', body: [{ kind: 'text', text: 'Maria' }] };
  await expect(send(content)).rejects.toThrow('template_unusable');
});

test('a scheduled message reaches the telephone at its time', async () => {
  const at = new Date(Date.now() + 1_500).toISOString();
  const content = { kind: 'text', text: 'na hora marcada' };
  const { scheduled } = await line.api<{ scheduled: { id: string } }>('scheduled.create', {
    conversationId,
    content,
    at,
  });
  expect((await newest()).text).not.toBe(content.text);
  await expect.poll(async () => (await newest()).text, { timeout: 10_000 }).toBe(content.text);
  expect(await line.api('scheduled.list', { conversationId })).toMatchObject({
    scheduled: [{ id: scheduled.id, state: 'done', runs: [{ state: 'sent', messageIds: [(await newest()).id] }] }],
  });
  expect(await line.api('scheduled.cancel', { id: scheduled.id })).toEqual({ changed: false });
});

test('a second number is connected with what Meta’s page gives, and answers the handshake', async () => {
  const second = {
    phoneNumberId: '109000000000002',
    wabaId: '209000000000002',
    appSecret: 's2',
    accessToken: 'EAAGsecond',
  };
  line.simulator.connectNumber({ ...second, displayPhoneNumber: '+55 11 4000-0002', verifiedName: 'Filial' });
  const connect = (more: object = {}) =>
    line.api<{
      channel: { id: string; name: string };
      webhook: { url: string; verifyToken: string };
      subscribed: boolean;
    }>('channels.connect-whatsapp', { ...second, ...more });
  await expect(connect({ accessToken: 'EAAGwrong' })).rejects.toThrow('provider_failed');
  const { channel, webhook, subscribed } = await connect();
  expect({ channel, subscribed }).toMatchObject({
    channel: { name: 'Filial', displayPhoneNumber: '+55 11 4000-0002' },
    subscribed: true,
  });
  await expect(connect()).rejects.toThrow('conflict');
  const webhookUrl = webhook.url.replace(/^https?:\/\/[^/]+/, line.program.url);
  line.simulator.connectNumber({
    ...second,
    displayPhoneNumber: '+55 11 4000-0002',
    webhookUrl,
    verifyToken: webhook.verifyToken,
  });
  await expect.poll(async () => (await line.simulator.handshake(second.phoneNumberId)).ok).toBe(true);
  expect(await line.api('channels.webhook', { channelId: channel.id })).toEqual({ webhook });
  const { health } = await line.api<{ health: { channelId: string; level: string }[] }>('channels.health');
  expect(health.find((one) => one.channelId === channel.id)).toMatchObject({
    level: 'warning',
    webhook: { lastReceiptAt: null },
  });
  expect(
    await line.api('channels.update', { channelId: channel.id, name: 'Filial Centro', accessToken: 'EAAGrenewed' }),
  ).toMatchObject({
    channel: { name: 'Filial Centro' },
  });
});

test('the company’s settings are changed one by one', async () => {
  const before = await line.api<{ settings: Record<string, unknown> }>('workspaces.get');
  expect(before.settings).toMatchObject({ language: 'pt-BR', timeZone: 'America/Sao_Paulo', reopenHours: 24 });
  await line.api('workspaces.update', { settings: { reopenHours: 2 } });
  const after = await line.api<{ name: string }>('workspaces.update', {
    name: 'Padaria do Zé',
    settings: { language: 'en' },
  });
  expect(after).toMatchObject({
    name: 'Padaria do Zé',
    settings: { ...before.settings, reopenHours: 2, language: 'en' },
  });
  const wrong = { settings: { timeZone: 'Marte/Olimpo' } };
  await expect(line.api('workspaces.update', wrong)).rejects.toThrow('invalid_input');
});

test('while a number is stopped its messages wait and say so, and go when it is resumed', async () => {
  const reason = { channelId: line.channelId, reason: 'feriado' };
  await line.api('channels.stop', reason);
  const { messageId } = await send({ kind: 'text', text: 'até amanhã' });
  const look = async () => (await thread()).messages.find((one) => one.id === messageId);
  expect(await look()).toMatchObject({ status: 'queued', problem: { key: 'channel_paused' } });
  const { health } = await line.api<{ health: { channelId: string }[] }>('channels.health', {
    channelId: line.channelId,
  });
  expect(health[0]).toMatchObject({ level: 'problem', state: 'stopped', queue: { waiting: 1 } });
  await line.api('channels.resume', reason);
  await expect.poll(async () => (await look())?.status, { timeout: 10_000 }).toBe('delivered');
  expect((await look())?.problem).toBeNull();
});
