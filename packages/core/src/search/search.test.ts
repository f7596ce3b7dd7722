import { setTimeout as sleep } from 'node:timers/promises';
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
// Whoever else writes on this server keeps the newest rows from being shown for a moment.
const behind = `select exists (select from ledger l join search_feeds f using (workspace_id)
  where f.cursor = '' or (l.xid::text::numeric, l.id) > (split_part(f.cursor, '-', 1)::numeric, substr(f.cursor, strpos(f.cursor, '-') + 1)::uuid)) as yes`;
async function follow(by = follower): Promise<void> {
  for (let tried = 0; tried < 500; tried++) {
    while (await by.step());
    if (!(await base.db.login.query<{ yes: boolean }>(behind)).rows[0]?.yes) return;
    await sleep(20);
  }
}
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
    await receive(at.ctx, tx, at.channel.id, messages);
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
  const [{ snippet, contact } = { snippet: { text: '', marks: [] }, contact: undefined }] = found;
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
    const tickets = await withWorkspace(line.ctx, (tx) => searchTickets(tx, q, 10, all));
    const found = await Promise.all([messages(q), contacts(q)]);
    expect([...found, tickets].every(Array.isArray)).toBe(true);
  },
);

test.each([
  'conceicao',
  'CONCEIÇÃO',
  'aguia',
  'ouza',
  'souza conc',
  '98765-4321',
  '87654321',
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

test('among thousands the rare ones are found too, newest first and each once, page by page', async () => {
  const { ctx: big } = await testLine(base);
  const talk = base.ids.uuid();
  const [channel, contact] = [base.ids.uuid(), base.ids.uuid()];
  const at = Date.now() - 200 * 86_400_000;
  const ids = Array.from({ length: 5_200 }, (_, n) => base.ids.uuidAt(new Date(at + n * 3_000_000)));
  const rare = (n: number) => n % 1_000 === 0;
  const run = (text: string, params: unknown[]) => base.db.login.query(text, params);
  await run(`insert into contacts (workspace_id, id, name) values ($1, $2, 'Dona do Fio')`, [big.workspaceId, contact]);
  await run(
    'insert into conversations (workspace_id, id, channel_id, contact_id, created_at) values ($1, $2, $3, $4, now())',
    [big.workspaceId, talk, channel, contact],
  );
  const bodies = ids.map((_, n) => (rare(n) ? `raro número${n}` : 'comum'));
  await run(
    `insert into messages (workspace_id, id, conversation_id, seq, direction, origin, kind, body, status, at, created_at)
     select $1, m.id, $2, m.n, 'in', 'customer', 'text', m.body, 'received', now(), now() from unnest($3::uuid[], $4::text[]) with ordinality as m(id, body, n)`,
    [big.workspaceId, talk, ids, bodies],
  );
  await run(
    `insert into message_search (workspace_id, id, conversation_id, words)
     select $1, m.id, $2, array_to_tsvector(string_to_array(m.words, ' ')) from unnest($3::uuid[], $4::text[]) as m(id, words)`,
    [big.workspaceId, talk, ids, ids.map((_, n) => (rare(n) ? `raro numero${n}` : 'comum'))],
  );
  const page = (before?: string) => withWorkspace(big, (tx) => searchMessages(tx, 'raro', { limit: 4, before }, all));
  const first = await page();
  const rest = await page(first.at(-1)?.messageId);
  const found = [...first, ...rest].map((hit) => hit.snippet.text);
  expect(found).toEqual([5000, 4000, 3000, 2000, 1000, 0].map((n) => `raro número${n}`));
  await run(
    `insert into contacts (workspace_id, id, name, created_at) select $1, c.id, c.name, now() from unnest($2::uuid[], $3::text[]) as c(id, name)`,
    [
      big.workspaceId,
      ids,
      ids.map((_, n) => (n === 7 ? 'Ubiratã Quirino' : n === 9 ? 'Dr. Ubirajara' : `Cliente ${n}`)),
    ],
  );
  expect((await contacts('quirino ubi', big)).map((hit) => hit.name)).toEqual(['Ubiratã Quirino']);
  expect((await contacts('birat', big)).map((hit) => hit.name)).toEqual(['Ubiratã Quirino']);
  expect((await contacts('ubira', big)).map((hit) => hit.name ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
    'Dr. Ubirajara',
    'Ubiratã Quirino',
  ]);
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
  await follow(createFollower(base));
  expect(await messages('repetida')).toHaveLength(1);
});
