import { type ToolToDo, toolToDo } from '@balcao/contract';
import { sql } from '@balcao/db';
import { createHttpClient, createKeyRing, Fault, Secret } from '@balcao/kernel';
import { testWorkspace } from '@balcao/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timeline } from '../tickets/index.ts';
import { allBotTools, listTools } from './keeping/list-tools.ts';
import { removeTool } from './keeping/remove-tool.ts';
import { resealToolHeaders } from './keeping/reseal-tool-headers.ts';
import { forgetOldRuns } from './running/forget-old-runs.ts';
import { runTool } from './running/run-tool.ts';
import { tryTool } from './running/try-tool.ts';
import { type ToolLab, toolLab } from './testing/tool-lab.ts';

let lab: ToolLab;
beforeAll(async () => {
  lab = await toolLab();
});
afterAll(() => lab.close());

const order = (more: Record<string, unknown> = {}): ToolToDo =>
  toolToDo.parse({
    kind: 'order_status',
    settings: {
      method: 'GET',
      url: `${lab.shop.url}/orders/{{args.order}}?store=7`,
      result: { status: 'data.status', total: 'data.total' },
      owner: 'data.customer.phone',
      say: 'Seu pedido {{args.order}} está {{result.status}}.',
      headers: [{ name: 'x-token', value: 'segredo-do-erp' }],
      ...more,
    },
  });
const http = (more: Record<string, unknown> = {}): ToolToDo =>
  toolToDo.parse({
    kind: 'http',
    settings: {
      method: 'POST',
      url: `${lab.shop.url}/returns`,
      body: { order: '{{args.order}}', by: '{{contact.phone}}', note: 'pedido {{args.order}}' },
      parameters: [{ name: 'order', description: 'O número', type: 'text' }],
      effect: 'writes',
      ...more,
    },
  });
const anas = { data: { status: 'enviado', total: 49.9, customer: { phone: '(11) 98765-4321' } } };
const problem = async (saving: Promise<unknown>): Promise<string> => {
  const error = await saving.then(
    () => expect.unreachable('should have failed'),
    (thrown: unknown) => thrown as Fault, // looked at next
  );
  expect(error).toBeInstanceOf(Fault);
  return `${error.code} ${JSON.stringify(error.data['issues'] ?? '')}`;
};

test('an order is told to whom it belongs, in words and as facts', async () => {
  await lab.save('order_status', order());
  lab.shop.answers({ body: anas });
  expect(await lab.run('order_status', { order: '4821' })).toEqual({
    ok: true,
    result: { status: 'enviado', total: 49.9 },
    text: 'Seu pedido 4821 está enviado.',
  });
  expect(lab.shop.took[0]).toMatchObject({
    method: 'GET',
    url: '/orders/4821?store=7',
    headers: { 'x-token': 'segredo-do-erp' },
  });
});

test('what is of somebody else, of nobody or unsaid is told to nobody', async () => {
  for (const phone of ['11 91234-5678', '', null, '4321', 'todos', ['11 91234-5678']]) {
    lab.shop.answers({ body: { data: { status: 'enviado', customer: { phone } } } });
    expect(await lab.run('order_status', { order: '4821' })).toMatchObject({ ok: false, problem: 'not_theirs' });
  }
  lab.shop.answers({ body: anas });
  expect(
    await lab.run('order_status', { order: '4821' }, { contactId: lab.bia, conversationId: lab.bia }),
  ).toMatchObject({
    problem: 'not_theirs',
  });
});

test('a talk of somebody else, another company and an unknown tool lead nowhere', async () => {
  lab.shop.answers({ body: anas });
  expect(await lab.run('order_status', { order: '1' }, { conversationId: lab.bia })).toMatchObject({
    problem: 'not_theirs',
  });
  const other = await testWorkspace(lab.base);
  const run = { tool: 'order_status', args: { order: '1' }, contactId: lab.ana, conversationId: lab.ana, once: 'x' };
  expect(await runTool(other, run)).toMatchObject({ problem: 'unknown_tool' });
  expect(await lab.run('drop_table', {})).toMatchObject({ problem: 'unknown_tool' });
  expect(lab.shop.took).toHaveLength(0);
});

test.each([
  [{}],
  [{ order: '' }],
  [{ order: '../admin' }],
  [{ order: '1', phone: '11912345678' }],
  [{ order: { $ne: '' } }],
  ['4821'],
  [null],
  [{ order: '1'.repeat(60) }],
])('arguments that are none are not used: %j', async (args) => {
  lab.shop.answers({ body: anas });
  expect(await lab.run('order_status', args)).toMatchObject({ ok: false, problem: 'bad_arguments' });
  expect(lab.shop.took).toHaveLength(0);
});

test.each([
  [{ status: 404 }, 'not_found'],
  [{ status: 500 }, 'failed'],
  [{ body: '<html>' }, 'bad_answer'],
  [{ body: 'x'.repeat(300_000) }, 'bad_answer'],
  [{ hangs: true }, 'timeout'],
  [{ status: 302, headers: { location: 'http://169.254.169.254/latest' } }, 'unreachable'],
] as const)('a system that answers %j is a failure that has a name: %s', async (answer, name) => {
  lab.shop.answers(answer);
  expect(await lab.run('order_status', { order: '1' }, { timeoutMs: 400 })).toMatchObject({ ok: false, problem: name });
});

test('values stay values: in the path, in the body, and dots lead nowhere', async () => {
  await lab.save(
    'find_page',
    http({ method: 'GET', url: `${lab.shop.url}/p/{{args.order}}/x`, body: null, effect: 'reads' }),
  );
  lab.shop.answers({ body: { ok: true } });
  await lab.run('find_page', { order: 'a/../../admin?x=1#y' });
  expect(lab.shop.took[0]?.url).toBe('/p/a%2F..%2F..%2Fadmin%3Fx%3D1%23y/x');
  expect(await lab.run('find_page', { order: '..' })).toMatchObject({ problem: 'bad_arguments' });
  await lab.save('return_order', http());
  await lab.run('return_order', { order: '1","admin":"true' });
  expect(JSON.parse(lab.shop.took.at(-1)?.body ?? '')).toEqual({
    order: '1","admin":"true',
    by: '+5511987654321',
    note: 'pedido 1","admin":"true',
  });
});

test('what is done once is not done again, and what may have been done is not either', async () => {
  lab.shop.answers({ body: { done: 1 } });
  const first = await lab.run('return_order', { order: '9' }, { once: 'errand-1' });
  expect(await lab.run('return_order', { order: '9' }, { once: 'errand-1' })).toEqual(first);
  expect(lab.shop.took).toHaveLength(1);
  await lab.run('return_order', { order: '10' }, { once: 'errand-1' });
  expect(lab.shop.took).toHaveLength(2);
  lab.shop.answers({ hangs: true });
  expect(await lab.run('return_order', { order: '11' }, { once: 'e2', timeoutMs: 200 })).toMatchObject({
    problem: 'timeout',
  });
  lab.shop.answers({ body: {} });
  expect(await lab.run('return_order', { order: '11' }, { once: 'e2' })).toMatchObject({ problem: 'timeout' });
  expect(lab.shop.took).toHaveLength(0);
  const both = await Promise.all(['a', 'b'].map(() => lab.run('return_order', { order: '12' }, { once: 'e3' })));
  expect(lab.shop.took).toHaveLength(1);
  expect(both.filter((one) => one.ok).length).toBeGreaterThan(0);
});

test('what tools answered is let go of after a week', async () => {
  const runs = sql('test/tool-runs', 'select count(*)::int as n from bot_tool_runs');
  const count = () => lab.within((tx) => tx.one<{ n: number }>(runs, []));
  expect((await count())?.n).toBeGreaterThan(0);
  await forgetOldRuns(lab.base);
  expect((await count())?.n).toBeGreaterThan(0);
  const clock = { ...lab.base.clock, now: () => new Date(Date.now() + 8 * 86_400_000) };
  await forgetOldRuns({ ...lab.base, clock });
  expect((await count())?.n).toBe(0);
});

test('money and cancellations run with the customer’s yes only, whatever the company says', async () => {
  await lab.save('cancel_order', http({ effect: 'cancels' }), { confirm: false });
  const offered = (await lab.within((tx) => listTools(lab.ctx, tx))).find((tool) => tool.name === 'cancel_order');
  expect(offered).toMatchObject({ confirm: true, effect: 'cancels' });
  lab.shop.answers({ body: {} });
  expect(await lab.run('cancel_order', { order: '1' })).toMatchObject({ ok: false, problem: 'unconfirmed' });
  expect(lab.shop.took).toHaveLength(0);
  expect(await lab.run('cancel_order', { order: '1' }, { confirmed: true })).toMatchObject({ ok: true });
});

test('private addresses are not called where the operator named none', async () => {
  const strict = createHttpClient();
  const run = { tool: 'order_status', args: { order: '1' }, contactId: lab.ana, conversationId: lab.ana, once: 'x' };
  expect(await runTool({ ...lab.ctx, http: strict }, run)).toMatchObject({ ok: false, problem: 'unreachable' });
  await strict.close();
});

test('values of headers are sealed, told to nobody, kept when not given again, and do not follow to another host', async () => {
  const saved = await lab.save('sealed_one', order());
  const rows = await lab.within((tx) => tx.rows<object>(sql('test/tool-rows', 'select * from bot_tools'), []));
  const told = JSON.stringify([rows, await lab.within((tx) => allBotTools(lab.ctx, tx)), saved]);
  expect(told).toContain('x-token');
  expect(told).not.toContain('segredo-do-erp');
  const kept = { headers: [{ name: 'x-token' }] };
  await lab.save(
    'sealed_one',
    order({ ...kept, owner: null, url: `${lab.shop.url}/v2/{{args.order}}?p={{contact.phone}}` }),
    { id: saved.id },
  );
  lab.shop.answers({ body: {} });
  await lab.run('sealed_one', { order: '1' });
  expect(lab.shop.took[0]?.headers['x-token']).toBe('segredo-do-erp');
  const elsewhere = order({ ...kept, url: 'https://elsewhere.example/{{args.order}}' });
  expect(await problem(lab.save('sealed_one', elsewhere, { id: saved.id }))).toContain('its value is needed again');
});

test.each([
  ['a host that is filled in', { url: 'https://{{args.order}}.example/x' }, 'fixed host'],
  ['another scheme', { url: 'ftp://a.example/{{args.order}}' }, 'fixed host'],
  ['a password in the address', { url: 'https://a:b@shop.example/{{args.order}}' }, 'use a header'],
  ['a blank that nobody knows', { url: 'https://a.example/{{args.cpf}}' }, 'args.cpf'],
  ['a sentence of what is not picked', { say: 'É {{result.secret}}' }, 'result.secret'],
  ['an order of anybody', { owner: null }, 'whose it is'],
  ['a body in a GET', { body: { a: 1 } }, 'a GET has none'],
])('%s is refused with a sentence', async (_, more, words) => {
  expect(await problem(lab.save('wrong_one', order(more)))).toContain(words);
});

test('a name is one tool’s; another company may use it; what is gone is gone', async () => {
  const { id } = await lab.save('twice', order());
  expect(await problem(lab.save('twice', order()))).toContain('conflict');
  expect(await lab.within((tx) => removeTool(lab.ctx, tx, id))).toBe(true);
  expect(await lab.within((tx) => removeTool(lab.ctx, tx, id))).toBe(false);
  await lab.save('twice', order(), { enabled: false });
  expect(await lab.run('twice', { order: '1' })).toMatchObject({ problem: 'unknown_tool' });
});

test('a ticket is given its subject and goes to people once that is said; notes go to one’s own tickets only', async () => {
  await lab.save('open_ticket', toolToDo.parse({ kind: 'open_ticket', settings: { priority: 'high' } }));
  await lab.save('update_ticket', toolToDo.parse({ kind: 'update_ticket', settings: {} }));
  expect(await lab.run('open_ticket', { subject: 'Produto veio quebrado' })).toMatchObject({
    ok: true,
    text: 'Registrei o seu pedido. O protocolo é 20261121-1.',
    handoff: { departmentId: null },
  });
  expect(await lab.run('update_ticket', { note: 'é o azul', protocol: '20261121-1' })).toMatchObject({ ok: true });
  expect(await lab.run('update_ticket', { note: 'oi', protocol: '20261121-2' })).toMatchObject({
    problem: 'not_found',
  });
  expect(await lab.run('update_ticket', { note: 'oi', protocol: 'nenhum' })).toMatchObject({ problem: 'not_found' });
  const told = JSON.stringify(await lab.within((tx) => timeline(lab.ctx, tx, lab.ana)));
  expect(told).toContain('Produto veio quebrado');
});

test('a booking is a record and a note for a person, once, and not for yesterday', async () => {
  await lab.save('book', toolToDo.parse({ kind: 'book', settings: { services: ['Corte', 'Barba'] } }));
  const asked = { service: 'Corte', date: '2099-03-02', time: '14:30' };
  expect(await lab.run('book', asked, { once: 'b1' })).toMatchObject({
    ok: true,
    text: 'Anotei o seu pedido de agendamento: Corte, 02/03/2099 às 14:30. Uma pessoa da equipe confirma o horário com você.',
  });
  await lab.run('book', asked, { once: 'b1' });
  const rows = await lab.within((tx) => tx.rows(sql('test/bookings', 'select service, state from bot_bookings'), []));
  expect(rows).toEqual([{ service: 'Corte', state: 'asked' }]);
  expect(await lab.run('book', { ...asked, date: '2020-01-01' })).toMatchObject({ problem: 'bad_arguments' });
  expect(await lab.run('book', { ...asked, service: 'Implante' })).toMatchObject({ problem: 'bad_arguments' });
});

test('a document is one of the list, and a file of this company', async () => {
  const mediaId = lab.ctx.ids.uuid();
  const documents = toolToDo.parse({
    kind: 'send_document',
    settings: { documents: [{ key: 'catalogo', title: 'Catálogo 2026', mediaId }] },
  });
  expect(await problem(lab.save('send_document', documents))).toContain('no such file');
  const add = sql(
    'test/tool-file',
    `insert into media (workspace_id, id, direction, kind, mime, size, sha256, file_name, state, storage_key, created_at)
     values ($1, $2, 'out', 'document', 'application/pdf', 10, repeat('a', 64), 'a.pdf', 'stored', 'x', now())`,
  );
  await lab.within((tx) => tx.run(add, [lab.ctx.workspaceId, mediaId]));
  await lab.save('send_document', documents);
  expect(await lab.run('send_document', { document: 'catalogo' })).toMatchObject({ ok: true, mediaIds: [mediaId] });
  expect(await lab.run('send_document', { document: mediaId })).toMatchObject({ problem: 'bad_arguments' });
});

test('hours are told from the table of the bot', async () => {
  await lab.save(
    'opening_hours',
    toolToDo.parse({ kind: 'opening_hours', settings: { note: 'Estacionamento grátis.' } }),
  );
  expect(await lab.run('opening_hours', {})).toMatchObject({
    ok: true,
    text: 'Atendemos todos os dias, a qualquer hora.\nEstacionamento grátis.',
  });
});

test('a trial runs what reads and shows what would be sent of the rest', async () => {
  const [reads, writes] = await Promise.all([lab.save('try_reads', order()), lab.save('try_writes', http())]);
  lab.shop.answers({ body: anas });
  expect(await tryTool(lab.ctx, { id: reads.id, contactId: lab.ana, args: { order: '1' } })).toMatchObject({
    ran: true,
    outcome: { ok: true },
  });
  const trial = await tryTool(lab.ctx, { id: writes.id, contactId: lab.ana, args: { order: '1' } });
  expect(trial).toMatchObject({
    ran: false,
    outcome: null,
    request: { method: 'POST', url: `${lab.shop.url}/returns` },
  });
  expect(lab.shop.took).toHaveLength(1);
  expect(JSON.stringify(trial)).not.toContain('segredo');
});

test('nothing of arguments or answers is in the ledger', async () => {
  const rows = await lab.within((tx) =>
    tx.rows(
      sql('test/tool-ledger', `select data from ledger where type in ('tool.ran', 'tool.saved', 'booking.asked')`),
      [],
    ),
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(JSON.stringify(rows)).not.toMatch(/4821|enviado|98765|segredo|Corte/);
});

test('headers are sealed again with a new key, and open as before', async () => {
  const old = { id: 'test', key: new Secret(Buffer.alloc(32, 7).toString('base64')) };
  const young = { id: 'new', key: new Secret(Buffer.alloc(32, 8).toString('base64')) };
  const rotated = { ...lab.ctx, keys: createKeyRing([young, old]) };
  await lab.save('rotated', order());
  const { looked, resealed } = await resealToolHeaders(rotated);
  expect(resealed).toBe(looked);
  expect((await resealToolHeaders(rotated)).resealed).toBe(0);
  lab.shop.answers({ body: anas });
  const run = { tool: 'rotated', args: { order: '1' }, contactId: lab.ana, conversationId: lab.ana, once: 'r' };
  expect(await runTool({ ...rotated, keys: createKeyRing([young]) }, run)).toMatchObject({ ok: true });
  expect(lab.shop.took[0]?.headers['x-token']).toBe('segredo-do-erp');
});
