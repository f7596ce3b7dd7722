import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo, type CustomerInHand } from './customer.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

const flow = {
  version: 1,
  start: 'hello',
  steps: {
    hello: { reply: 'Oi, {{contact.name}}!', next: 'menu' },
    menu: {
      menu: {
        text: 'Como posso ajudar?',
        options: [
          { id: 'hours', label: 'Horários', words: ['hora'], goto: 'hours' },
          { id: 'bill', label: 'Segunda via', goto: 'bill' },
          { id: 'person', label: 'Falar com alguém', goto: 'person' },
        ],
        invalid: 'Não entendi.',
      },
    },
    hours: { reply: 'Das 8h às 18h.', next: 'back' },
    back: { goto: 'menu' },
    bill: { ask: 'Qual é o CPF?', save: 'cpf', check: 'cpf', invalid: 'Esse CPF não confere.', next: 'done' },
    done: { reply: 'Pronto, CPF {{vars.cpf}}.', next: 'back' },
    person: { handoff: { text: 'Vou chamar alguém.' } },
  },
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Listed {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly text: string | null;
  readonly status: string;
  readonly providerId: string;
  readonly mediaId: string | null;
  readonly editedAt: string | null;
  readonly revokedAt: string | null;
}

let line: SimulatedLine;
beforeAll(async () => {
  line = await startSimulatedLine({ flow });
}, 60_000);
afterAll(() => line?.close());

/** Bubbles that follow each other are one message: a text before a menu is a part of it. */
const asked = (before: string) => [`button: ${before}\n\nComo posso ajudar?`];
let people = 0;

async function greeted(name: string): Promise<CustomerInHand> {
  const customer = addCustomerTo(line, name, `+55 11 9${80_000_000 + ++people}`);
  customer.write('oi');
  expect(await customer.hears(1)).toEqual(asked(`Oi, ${name}!`));
  return customer;
}

const phoneOf = (customer: CustomerInHand) =>
  line.simulator.customers().find((one) => one.id === customer.id)?.phone ?? '';
const talkOf = async (customer: CustomerInHand) =>
  (await line.api<{ messages: Listed[] }>('messages.list', { phone: phoneOf(customer) })).messages.reverse();

test('a menu is answered by a tap, a number, a word or a label, and says when it does not understand', async () => {
  const customer = await greeted('Célia');
  customer.write({ kind: 'tap', messageId: customer.last().id, choiceId: 'hours' });
  expect(await customer.hears(1)).toEqual(asked('Das 8h às 18h.'));
  for (const answer of ['1', 'HORA', 'horarios']) {
    customer.write(answer);
    expect(await customer.hears(1)).toEqual(asked('Das 8h às 18h.'));
  }
  customer.write('quero um bolo');
  expect(await customer.hears(1)).toEqual(asked('Não entendi.'));
});

test('a question is asked again until the answer fits, and what was answered is remembered', async () => {
  const customer = await greeted('Davi');
  customer.write('2');
  expect(await customer.hears(1)).toEqual(['Qual é o CPF?']);
  customer.write('111.111.111-11');
  expect(await customer.hears(1)).toEqual(['Esse CPF não confere.']);
  customer.write('529.982.247-25');
  expect(await customer.hears(1)).toEqual(asked('Pronto, CPF 529.982.247-25.'));
});

test('once a person was called the bot is silent, and so it is when the business writes on its own telephone', async () => {
  const customer = await greeted('Edna');
  customer.write('falar com alguem');
  expect(await customer.hears(1)).toEqual(['Vou chamar alguém.']);
  const other = await greeted('Fábio');
  line.simulator.writeFromApp(line.number.phoneNumberId, other.id, { kind: 'text', body: 'Aqui é a dona.' });
  await expect.poll(async () => (await talkOf(other)).length, { timeout: 10_000 }).toBe(3);
  for (const silent of [customer, other]) {
    silent.write('1');
    silent.write('alguém aí?');
  }
  await expect.poll(async () => (await talkOf(other)).length, { timeout: 10_000 }).toBe(5);
  await sleep(1_500); // a round of the sweeper: it would answer now
  expect(await customer.hears(0)).toEqual([]);
  expect(await other.hears(0)).toEqual([]);
  const { conversations } = await line.api<{ conversations: { id: string; floor: string }[] }>('conversations.list');
  const floors = await Promise.all(
    [customer, other].map(async (one) => {
      const id = (await talkOf(one))[0]?.conversationId;
      return conversations.find((talk) => talk.id === id)?.floor;
    }),
  );
  expect(floors).toEqual(['person', 'phone_app']);
});

test('every reply walks to delivered, and its statuses are kept', async () => {
  const customer = await greeted('Gil');
  const outbound = async () => (await talkOf(customer)).filter((one) => one.direction === 'out');
  await expect
    .poll(async () => (await outbound()).map((one) => one.status), { timeout: 10_000 })
    .toEqual(['delivered']);
});

test('an image is fetched at once, kept, and served by a signed link with safe headers', async () => {
  const customer = await greeted('Hugo');
  const { id: mediaId } = line.simulator.keepMedia({
    phoneNumberId: line.number.phoneNumberId,
    bytes: png,
    mimeType: 'image/png',
  });
  customer.write({ kind: 'media', as: 'image', mediaId, caption: 'o comprovante' });
  await expect
    .poll(async () => (await talkOf(customer)).find((one) => one.kind === 'image')?.text, { timeout: 10_000 })
    .toBe('o comprovante');
  const kept = (await talkOf(customer)).find((one) => one.kind === 'image')?.mediaId ?? '';
  const link = () => line.api<{ url: string }>('media.link', { mediaId: kept }).catch(() => undefined);
  await expect.poll(link, { timeout: 10_000 }).toBeDefined();
  const { pathname, search } = new URL((await link())?.url ?? '');
  const served = await fetch(`${line.program.url}${pathname}${search}`);
  expect(served.status).toBe(200);
  expect(Buffer.from(await served.arrayBuffer())).toEqual(png);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  const forged = await fetch(`${line.program.url}${pathname.slice(0, -2)}xx`);
  expect([401, 403, 404]).toContain(forged.status);
});

test('a page sent as a document is never a page on our address', async () => {
  const customer = await greeted('Iara');
  const bytes = Buffer.from('<!doctype html><script>alert(1)</script>');
  const { phoneNumberId } = line.number;
  const { id: mediaId } = line.simulator.keepMedia({ phoneNumberId, bytes, mimeType: 'text/html', filename: 'a.html' });
  customer.write({ kind: 'media', as: 'document', mediaId });
  const media = async () => (await talkOf(customer)).find((one) => one.kind === 'document')?.mediaId ?? undefined;
  await expect.poll(media, { timeout: 10_000 }).toBeDefined();
  const link = async () =>
    line.api<{ url: string }>('media.link', { mediaId: await media() }).catch(() => ({ url: '' }));
  await expect.poll(async () => (await link()).url, { timeout: 10_000 }).not.toBe('');
  const { pathname, search } = new URL((await link()).url);
  const served = await fetch(`${line.program.url}${pathname}${search}`);
  expect(served.headers.get('content-type')).not.toContain('html');
  expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('what the customer edits, takes back and reacts to is followed, and answered by nobody', async () => {
  const customer = await greeted('Joana');
  const edited = customer.write('quero um bolo');
  await customer.hears(1);
  customer.write({ kind: 'edit', messageId: edited.id, body: 'quero dois bolos' });
  const revoked = customer.write('1');
  await customer.hears(1);
  customer.write({ kind: 'revoke', messageId: revoked.id });
  customer.write({ kind: 'reaction', messageId: customer.last().id, emoji: '👍' });
  const found = async (providerId: string) => (await talkOf(customer)).find((one) => one.providerId === providerId);
  await expect.poll(async () => (await found(edited.id))?.text, { timeout: 10_000 }).toBe('quero dois bolos');
  expect((await found(edited.id))?.editedAt).not.toBeNull();
  await expect.poll(async () => (await found(revoked.id))?.revokedAt, { timeout: 10_000 }).not.toBeNull();
  await sleep(1_200);
  expect(await customer.hears(0)).toEqual([]);
});
