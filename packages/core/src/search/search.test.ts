import { type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { identify } from '../contacts/index.ts';
import { openOrResume } from '../conversations/index.ts';
import { amend, type IncomingMessage, receive } from '../messages/index.ts';
import { takeIn } from '../tickets/index.ts';
import { createFollower, searchContacts, searchMessages, searchTickets } from './index.ts';

const base = await testCtx();
const all = { departments: null, memberId: null };
const follower = createFollower(base);
const follow = async () => {
  while (await follower.step());
};
type Line = Awaited<ReturnType<typeof testLine>>;
let line: Line;
let other: Line;

async function write(at: Line, waId: string, profileName: string, texts: readonly string[]): Promise<string> {
  return await withWorkspace(at.ctx, async (tx) => {
    const { people } = await identify(tx, at.ctx, [{ waId, profileName }]);
    const contactId = people[0]?.contactId ?? '';
    const talks = await openOrResume(at.ctx, tx, at.channel.id, [{ contactId, waId }]);
    const conversationId = talks.get(contactId) ?? '';
    const messages = texts.map((body) => message(at.ctx, conversationId, body));
    await receive(at.ctx, tx, at.channel.id, messages, at.ctx.clock.now());
    await takeIn(at.ctx, tx, [conversationId]);
    return conversationId;
  });
}

function message(ctx: WorkspaceCtx, conversationId: string, body: string): IncomingMessage {
  return {
    id: ctx.ids.uuid(),
    conversationId,
    providerId: `wamid.${body}`,
    direction: 'in',
    origin: 'customer',
    kind: 'text',
    body,
    content: null,
    replyTo: null,
    mediaId: null,
    receiptId: ctx.ids.uuid(),
    at: ctx.clock.now(),
    live: true,
    wakes: false,
  };
}

const messages = (q: string, at = line.ctx, eyes: Parameters<typeof searchMessages>[3] = all) =>
  withWorkspace(at, (tx) => searchMessages(tx, q, { limit: 10 }, eyes));
const contacts = (q: string, at = line.ctx) => withWorkspace(at, (tx) => searchContacts(tx, q, 10, all));

beforeAll(async () => {
  line = await testLine(base);
  other = await testLine(base);
  await write(line, '5511987654321', 'Conceição Águia de Souza', [
    'Não recebi o Boleto vencido 🙏',
    'e a SEGUNDA via?',
  ]);
  await write(line, '5521912345678', 'João d’Ávila', ['quero cancelar', 'boletos']);
  await write(other, '5511987654321', 'Conceição Vizinha', ['boleto da outra loja']);
  await follow();
});

test('messages are found by their words without accents, newest first, and the words are marked', async () => {
  const found = await messages('nao boleto');
  expect(found).toHaveLength(1);
  const { snippet, contact } = found[0] ?? expect.fail();
  expect(snippet.marks.map(({ from, to }) => snippet.text.slice(from, to))).toEqual(['Não', 'Boleto']);
  expect(contact).toEqual({ name: 'Conceição Águia de Souza', phone: '(11) 98765-4321' });
  expect((await messages('bolet')).map((hit) => hit.snippet.text)).toEqual([
    'boletos',
    'Não recebi o Boleto vencido 🙏',
  ]);
  expect(await messages('boleto ')).toHaveLength(1); // a space ends the word
});

test.each(['', '🙏', "'", "':* & !|", '\\', '%', 'a', '  ', '<->', 'x'.repeat(200), '\u0301'])(
  'what is typed is never a query of its own (%j)',
  async (q) => {
    await messages(q);
    await contacts(q);
    await withWorkspace(line.ctx, (tx) => searchTickets(tx, q, 10, all));
  },
);

test.each([
  'conceicao',
  'CONCEIÇÃO',
  'aguia',
  'ouza',
  'souza conc',
  '98765-4321',
  '(11) 8765-4321',
  '4321',
  '+55 11 98765',
])('a contact is found by any part of a name or any spelling of a phone: %s', async (q) => {
  const found = await contacts(q);
  expect(found.map((hit) => hit.name)).toEqual(['Conceição Águia de Souza']);
  expect(found[0]?.match.marks.length).toBeGreaterThan(0);
  expect(found[0]?.conversationId).not.toBeNull();
  expect(found[0]?.ticketId).not.toBeNull();
});

test('an edited message is found by its new text, a revoked one not at all', async () => {
  const conversation = await write(line, '5531900000001', 'Edu', ['palavra antiga', 'palavra sumida']);
  const edit = {
    kind: 'edit',
    providerId: 'e1',
    targetId: 'wamid.palavra antiga',
    at: new Date(),
    body: 'palavra nova',
  } as const;
  const revoke = { kind: 'revoke', providerId: 'r1', targetId: 'wamid.palavra sumida', at: new Date() } as const;
  await withWorkspace(line.ctx, (tx) => amend(line.ctx, tx, line.channel.id, [edit, revoke]));
  await follow();
  expect((await messages('palavra')).map((hit) => hit.snippet.text)).toEqual(['palavra nova']);
  const inside = await withWorkspace(line.ctx, (tx) =>
    searchMessages(tx, 'nova', { limit: 10, conversationId: conversation }, all),
  );
  expect(inside).toHaveLength(1);
});

test('whoever sees one department finds neither tickets nor words of another', async () => {
  const conversation = await write(line, '5541900000002', 'Zélia', ['segredo do financeiro']);
  const department = base.ids.uuid();
  await base.db.login.query(`insert into departments (workspace_id, id, name) values ($1, $2, 'Financeiro')`, [
    line.ctx.workspaceId,
    department,
  ]);
  await follow();
  const eyes = { departments: [base.ids.uuid()], memberId: base.ids.uuid() };
  expect(await messages('segredo', line.ctx, eyes)).toHaveLength(1);
  await base.db.login.query('update tickets set department_id = $1 where conversation_id = $2', [
    department,
    conversation,
  ]);
  expect(await messages('segredo', line.ctx, eyes)).toEqual([]);
  expect(await messages('segredo', line.ctx, { ...eyes, departments: [department] })).toHaveLength(1);
  const [ticket] = (await messages('segredo'))[0]?.ticketId === null ? [] : await messages('segredo');
  const { rows } = await base.db.login.query<{ protocol: string }>('select protocol from tickets where id = $1', [
    ticket?.ticketId,
  ]);
  const protocol = rows[0]?.protocol.slice(-7) ?? '';
  const find = (who: typeof eyes | typeof all) => withWorkspace(line.ctx, (tx) => searchTickets(tx, protocol, 10, who));
  expect(await find(all)).toHaveLength(1);
  expect(await find(eyes)).toEqual([]);
});

test('another workspace finds its own only', async () => {
  expect((await messages('boleto', other.ctx)).map((hit) => hit.snippet.text)).toEqual(['boleto da outra loja']);
  expect((await contacts('conceicao', other.ctx)).map((hit) => hit.name)).toEqual(['Conceição Vizinha']);
  expect(await contacts('souza', other.ctx)).toEqual([]);
});

test('two that follow at once and a start anew index each message once', async () => {
  await write(line, '5551900000003', 'Ugo', ['repetida uma vez']);
  await Promise.all([createFollower(base).step(), createFollower(base).step(), follower.step()]);
  await base.db.login.query(`update search_feeds set cursor = ''`);
  const anew = createFollower(base);
  while (await anew.step());
  expect(await messages('repetida')).toHaveLength(1);
});
