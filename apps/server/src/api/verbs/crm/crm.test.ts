import { type OperationName, type Operations, type OutputOf, operations } from '@balcao/contract';
import { createApiKey } from '@balcao/core/access';
import { runExport, runImport } from '@balcao/core/contacts';
import { inWorkspace, withWorkspace } from '@balcao/db';
import { testCtx, testLine } from '@balcao/testkit';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileRoutes } from '../../../media/file-routes.ts';
import { apiRoutes } from '../../index.ts';

const ctx = await testCtx();
const app = Fastify();
afterAll(() => app.close());
let url: string;
let ours: Shop;
let theirs: Shop;

interface Shop {
  readonly workspaceId: string;
  readonly key: string;
}

async function newShop(): Promise<Shop> {
  const { ctx: inside } = await testLine(ctx);
  const scopes = [
    'contacts:read',
    'contacts:write',
    'contacts:import',
    'contacts:export',
    'fields:write',
    'messages:read',
    'tickets:read',
  ] as const;
  const { key } = await withWorkspace(inside, (tx) => createApiKey(tx, inside, { name: 'test', scopes }));
  return { workspaceId: inside.workspaceId, key };
}

beforeAll(async () => {
  apiRoutes(app, ctx, { channel: () => undefined, offer: () => undefined, checkAnswers: true });
  fileRoutes(app, ctx);
  url = await app.listen({ port: 0, host: '127.0.0.1' });
  [ours, theirs] = [await newShop(), await newShop()];
});

type Answer<N extends OperationName> = OutputOf<Operations[N]> & { readonly status: number };

async function call<N extends OperationName>(
  name: N,
  input: Record<string, unknown> = {},
  shop = ours,
): Promise<Answer<N>> {
  const read = operations[name].kind === 'read';
  const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const headers = { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/v1/${name}${query}`, {
    headers,
    ...(read ? {} : { method: 'POST', body: JSON.stringify(input) }),
  });
  // Checked against the contract before it left; a problem is only looked at for its status and code.
  return { ...((await response.json()) as OutputOf<Operations[N]>), status: response.status };
}

test('the life of a contact: made, filled in, tagged, noted, agreed, blocked, found', async () => {
  const { field } = await call('fields.save', { name: 'Segmento', type: 'choice', options: ['Varejo', 'Atacado'] });
  const made = await call('contacts.create', {
    name: 'Antônia Águas',
    phone: '(11) 98888-0001',
    fields: { [field.id]: 'varejo' },
  });
  expect(made).toMatchObject({
    status: 200,
    created: true,
    contact: { fields: { [field.id]: 'Varejo' }, optIn: 'unknown', blocked: null },
  });
  const { id } = made.contact;
  expect(await call('contacts.create', { phone: '+55 11 8888-0001' })).toMatchObject({
    created: false,
    contact: { id },
  });
  expect(await call('contacts.update', { id, fields: { [field.id]: 'nenhum' } })).toMatchObject({
    status: 400,
    code: 'invalid_input',
  });
  expect(await call('contacts.update', { id, fields: { [field.id]: null }, name: null })).toMatchObject({
    contact: { name: null, fields: {} },
  });
  await call('contacts.update', { id, name: 'Antônia Águas', fields: { [field.id]: 'ATACADO' } });
  expect((await call('contacts.list', { fieldId: field.id, fieldValue: 'atacado' })).contacts).toHaveLength(1);
  expect((await call('contacts.list', { q: 'antonia', order: 'name' })).contacts[0]).toMatchObject({
    id,
    phone: '(11) 98888-0001',
  });
  expect(await call('contacts.count', { fieldId: field.id })).toMatchObject({ count: 1, capped: false });
  const { note } = await call('contact-notes.add', { contactId: id, text: 'Prefere manhã' });
  await call('contact-notes.edit', { noteId: note.id, text: 'Prefere tarde' });
  await call('contacts.set-opt-in', { id, state: 'in', source: 'balcão', text: 'Pode mandar' });
  await call('contacts.set-opt-in', { id, state: 'out', source: 'conversa' });
  expect(
    await call('contacts.add-identity', { id, kind: 'email', value: 'A@b.com.br', reason: 'disse' }),
  ).toMatchObject({ added: true, belongsTo: null });
  expect(await call('contacts.block', { id, reason: 'ofensas' })).toMatchObject({ changed: true });
  const shown = await call('contacts.get', { id });
  expect(shown).toMatchObject({
    status: 200,
    contact: { optIn: 'out', blocked: { reason: 'ofensas' } },
    notes: [{ text: 'Prefere tarde' }],
  });
  expect(shown.optIns.map((one) => one.state)).toEqual(['out', 'in']);
  const history = await call('contacts.history', { id });
  expect(history.entries.map((one) => one.kind).toSorted()).toEqual([
    'blocked',
    'created',
    'identity',
    'note',
    'opt_in',
    'opt_in',
  ]);
  const first = await call('contacts.history', { id, limit: 4 });
  const rest = await call('contacts.history', { id, limit: 4, before: first.next });
  expect([...first.entries, ...rest.entries]).toEqual(history.entries);
  expect((await call('search.everything', { q: 'aguas' })).contacts[0]).toMatchObject({ contactId: id, blocked: true });
  const [phone, email] = shown.contact.identities;
  await call('contacts.remove-identity', { id, identityId: phone?.id, reason: 'trocou' });
  expect(await call('contacts.remove-identity', { id, identityId: email?.id, reason: 'trocou' })).toMatchObject({
    status: 409,
  });
  await call('fields.archive', { id: field.id });
  expect((await call('contacts.get', { id })).contact.fields).toEqual({ [field.id]: 'Atacado' });
});

test('a merge keeps what was known of both, and its undo gives each its own back', async () => {
  const { contact: into } = await call('contacts.create', { name: 'Bia', phone: '11 98888-0100' });
  const { contact: from } = await call('contacts.create', { email: 'bia@x.com.br' });
  const { field } = await call('fields.save', { name: 'CPF', type: 'cpf' });
  await call('contacts.update', { id: from.id, fields: { [field.id]: '529.982.247-25' } });
  await call('contacts.set-opt-in', { id: from.id, state: 'out', source: 'conversa' });
  await call('contact-notes.add', { contactId: from.id, text: 'nota do segundo' });
  const { mergeId } = await call('contacts.merge', { from: from.id, into: into.id });
  expect(await call('contacts.get', { id: from.id })).toMatchObject({
    contact: { id: into.id, optIn: 'out', fields: { [field.id]: '52998224725' } },
    notes: [{ text: 'nota do segundo' }],
  });
  await call('contacts.undo-merge', { mergeId });
  expect(await call('contacts.get', { id: into.id })).toMatchObject({
    contact: { optIn: 'unknown', fields: {} },
    notes: [],
  });
  expect(await call('contacts.get', { id: from.id })).toMatchObject({
    contact: { optIn: 'out' },
    notes: [{ text: 'nota do segundo' }],
  });
});

test('pages of the list are whole, by name and by the newest', async () => {
  for (let n = 0; n < 7; n++) await call('contacts.create', { name: `Página ${n % 3}`, phone: `1197777${1000 + n}` });
  for (const order of ['name', 'recent']) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await call('contacts.list', { order, limit: 3, ...(after === undefined ? {} : { after }) });
      seen.push(...page.contacts.map((one) => one.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const whole = await call('contacts.list', { order, limit: 200 });
    expect(seen).toEqual(whole.contacts.map((one) => one.id));
  }
  expect(await call('contacts.list', { after: 'x' })).toMatchObject({ status: 400 });
});

test('a file goes in and comes out over HTTP, and its link opens without a key', async () => {
  const headers = { authorization: `Bearer ${ours.key}`, 'content-type': 'text/csv' };
  const sent = await fetch(`${url}/api/v1/imports.start?fileName=clientes.csv`, {
    method: 'POST',
    headers,
    body: 'nome;celular\nCecília;11 96666-0001\nSem;\n',
  });
  const { import: found } = (await sent.json()) as { import: { id: string } };
  const preview = await call('imports.preview', { importId: found.id });
  expect(preview).toMatchObject({
    status: 200,
    format: 'csv',
    delimiter: ';',
    problems: [{ line: 3, problem: 'no_identity' }],
  });
  const mapping = preview.columns.map((one) => ({
    column: one.index,
    to: one.guess,
  }));
  expect(await call('imports.run', { importId: found.id, mapping })).toMatchObject({ import: { state: 'running' } });
  await runImport(ctx, ours.workspaceId, found.id, new AbortController().signal);
  expect(await call('imports.get', { importId: found.id })).toMatchObject({
    import: { state: 'done', created: 1, failed: 1 },
  });
  expect((await call('imports.list')).imports[0]?.id).toBe(found.id);
  expect((await call('imports.errors', { importId: found.id })).errors).toHaveLength(1);
  const errors = await call('imports.errors-file', { importId: found.id });
  expect(await (await fetch(here(errors.url))).text()).toContain('3;;Sem telefone e sem e-mail;Sem');

  const { export: begun } = await call('exports.start', { format: 'csv', filters: { q: 'cecilia' } });
  expect(await call('exports.get', { exportId: begun.id })).toMatchObject({ link: null });
  await runExport(ctx, ours.workspaceId, begun.id, new AbortController().signal);
  const { link } = await call('exports.get', { exportId: begun.id });
  const file = await fetch(here(link?.url ?? ''));
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="contatos-.*\.csv"$/);
  expect(await file.text()).toContain('Cecília;(11) 96666-0001');
  expect((await fetch(here(`${link?.url}x`))).status).toBe(403);
});

const here = (link: string): string => `${url}${new URL(link).pathname}${new URL(link).search}`;

test('nothing of one workspace is there for another', async () => {
  const { contact } = await call('contacts.create', { name: 'Só nossa', phone: '11 95555-0001' });
  const { note } = await call('contact-notes.add', { contactId: contact.id, text: 'x' });
  const { export: begun } = await call('exports.start');
  const none = { status: 404, code: 'not_found' };
  for (const [name, input] of [
    ['contacts.get', { id: contact.id }],
    ['contacts.history', { id: contact.id }],
    ['contacts.update', { id: contact.id, name: 'roubado' }],
    ['contacts.block', { id: contact.id }],
    ['contacts.set-tags', { id: contact.id, tagIds: [] }],
    ['contacts.set-opt-in', { id: contact.id, state: 'in', source: 'x' }],
    ['contact-notes.add', { contactId: contact.id, text: 'x' }],
    ['contact-notes.edit', { noteId: note.id, text: 'y' }],
    ['exports.get', { exportId: begun.id }],
    ['exports.cancel', { exportId: begun.id }],
  ] as const)
    expect(await call(name, input, theirs), name).toMatchObject(none);
  expect((await call('search.everything', { q: 'nossa' }, theirs)).contacts).toEqual([]);
  expect((await call('contacts.list', { q: '95555' }, theirs)).contacts).toEqual([]);
  const inside = inWorkspace(ctx, ours.workspaceId);
  await expect(
    withWorkspace(inside, async (tx) => tx.query(tx.build.deleteFrom('contact_opt_ins'))),
  ).rejects.toMatchObject({ code: 'internal' });
});
