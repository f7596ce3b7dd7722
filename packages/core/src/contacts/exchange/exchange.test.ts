import { Readable } from 'node:stream';
import { sql, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { testCtx, testWorkspace } from '@balcao/testkit';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import {
  beginExport,
  beginImport,
  cancelImport,
  createContact,
  getExport,
  getImport,
  type ImportPlan,
  identify,
  listContacts,
  previewImport,
  readImportErrors,
  runExport,
  runImport,
  saveField,
  serveFile,
  signFileLink,
  startImport,
} from '../index.ts';

const base = await testCtx();
let ctx: WorkspaceCtx;
let other: WorkspaceCtx;
beforeAll(async () => {
  ctx = await testWorkspace(base);
  other = await testWorkspace(base);
});

const within = <T>(work: Parameters<typeof withWorkspace<T>>[1], at = ctx) => withWorkspace(at, work);
const send = (bytes: string | Buffer, at = ctx) =>
  startImport(at, { fileName: 'clientes.csv', body: Readable.from([Buffer.from(bytes)]) });
const never = new AbortController().signal;

async function bringIn(bytes: string | Buffer, change: Partial<ImportPlan> = {}) {
  const { id } = await send(bytes);
  const { columns } = await previewImport(ctx, id);
  const mapping = columns.map(({ index, guess }) => ({ column: index, to: guess }));
  await within((tx) => beginImport(tx, ctx, id, { mapping, onDuplicate: 'update', tagIds: [], ...change }));
  await runImport(base, ctx.workspaceId, id, never);
  const errors = await within((tx) => readImportErrors(tx, id, { limit: 100 }));
  return { ...(await within((tx) => getImport(tx, id))), errors: errors.errors };
}

const find = async (q: string) =>
  (await within((tx) => listContacts(tx, { q }, { order: 'recent', limit: 10 }))).contacts;

test.each([
  [
    'UTF-8 with its mark and ;',
    Buffer.from('\ufeffNome;Telefone;E-mail\r\nConceição;(11) 97000-0001;conceicao@x.com.br\r\n'),
  ],
  ['UTF-8 and ,', Buffer.from('Nome,Telefone,E-mail\n"Conceição",11970000001,CONCEICAO@x.com.br\n')],
  ['Latin-1 and ;', Buffer.from('Nome;Telefone;E-mail\nConceição;11970000001;conceicao@x.com.br\n', 'latin1')],
  [
    'UTF-16 and tabs',
    Buffer.from('\ufeffNome\tTelefone\tE-mail\nConceição\t11970000001\tconceicao@x.com.br\n', 'utf16le'),
  ],
])('a CSV of %s is read, and the same person is brought in once', async (_, bytes) => {
  const done = await bringIn(bytes);
  expect(done).toMatchObject({ state: 'done', total: 1, done: 1, failed: 0 });
  const found = await find('conceicao');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ name: 'Conceição', phone: '(11) 97000-0001', email: 'conceicao@x.com.br' });
});

test('what is wrong is told by line and column, and the rest comes in', async () => {
  const field = await within((tx) => saveField(tx, ctx, { name: 'CPF', type: 'cpf' }));
  const done = await bringIn(
    [
      'nome;whatsapp;cpf;etiquetas',
      'Ana 🌻;11 97000-1001;529.982.247-25;VIP, Atacado',
      'Sem telefone;;;',
      'Errado;123;;',
      'CPF ruim;11 97000-1002;111.111.111-11;',
      ';;;',
      `Comprida;${'9'.repeat(300_000)};;`,
      '=cmd|calc;11 97000-1003;;vip',
      'Ana de novo;11 7000-1001;;novo',
      '"aspas que não fecham;11 97000-1009;;',
    ].join('\n'),
  );
  expect(done).toMatchObject({ state: 'done', total: 8, done: 8, created: 2, updated: 1, failed: 5 });
  expect(done.errors.map(({ line, column, problem }) => [line, column, problem])).toEqual([
    [3, null, 'no_identity'],
    [4, 'whatsapp', 'bad_phone'],
    [5, 'cpf', 'bad_value'],
    [7, null, 'broken_line'],
    [10, null, 'broken_line'],
  ]);
  const [ana] = await find('ana de novo');
  expect(ana).toMatchObject({ phone: '(11) 97000-1001', fields: { [field.id]: '52998224725' } });
  expect(ana?.tagIds).toHaveLength(3);
});

test.each([
  ['skip', '11971000001', { created: 0, updated: 0, skipped: 1 }, 'Velho'],
  ['update', '11971000002', { created: 0, updated: 1, skipped: 0 }, 'Nova'],
  ['create', '11971000003', { created: 1, updated: 0, skipped: 0 }, 'Velho'],
] as const)('a known person, by the rule %s', async (onDuplicate, phone, counted, name) => {
  await within((tx) => createContact(tx, ctx, { name: 'Velho', phone }));
  const done = await bringIn(`nome,telefone\nNova,${phone}\n`, { onDuplicate });
  expect(done).toMatchObject(counted);
  expect((await find(phone))[0]?.name).toBe(name);
});

test('killed in the middle it goes on, two at once and after all bring nothing in twice; cancelled it stops', async () => {
  const lines = Array.from({ length: 1_200 }, (_, n) => `Pessoa ${n};1196${String(1_000_000 + n)}`);
  const { id } = await send(`nome;telefone\n${lines.join('\n')}`);
  const mapping: ImportPlan['mapping'] = [
    { column: 0, to: { kind: 'name' } },
    { column: 1, to: { kind: 'phone' } },
  ];
  const plan: ImportPlan = { mapping, onDuplicate: 'create', tagIds: [], optIn: { source: 'planilha' } };
  await within((tx) => beginImport(tx, ctx, id, plan));
  await expect(within((tx) => beginImport(tx, ctx, id, plan))).rejects.toMatchObject({ code: 'conflict' });
  const stop = new AbortController();
  stop.abort();
  expect(await runImport(base, ctx.workspaceId, id, stop.signal)).toBe(false);
  expect(await within((tx) => getImport(tx, id))).toMatchObject({ state: 'running', done: 500, line: 501 });
  await Promise.all([runImport(base, ctx.workspaceId, id, never), runImport(base, ctx.workspaceId, id, never)]);
  await runImport(base, ctx.workspaceId, id, never);
  expect(await within((tx) => getImport(tx, id))).toMatchObject({ state: 'done', done: 1_200, created: 1_200 });
  const left = sql('test/parts', 'select count(*)::int as n from file_parts where file_id = $1');
  expect(await within((tx) => tx.one(left, [id]))).toEqual({ n: 0 });
  const optIns = sql('test/opt-ins', `select count(*)::int as n from contact_opt_ins where source = 'planilha'`);
  expect(await within((tx) => tx.one(optIns))).toEqual({ n: 1_200 });

  const again = await send('nome;telefone\nX;11960009999\n');
  await within((tx) => beginImport(tx, ctx, again.id, plan));
  expect(await within((tx) => cancelImport(tx, ctx, again.id))).toBe(true);
  expect(await within((tx) => cancelImport(tx, ctx, again.id))).toBe(false);
  await runImport(base, ctx.workspaceId, again.id, never);
  expect(await within((tx) => getImport(tx, again.id))).toMatchObject({ state: 'cancelled', done: 0 });
});

test.each([
  ['nothing', Buffer.alloc(0), 'unreadable_file'],
  ['an old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'unreadable_file'],
  ['a cut-off zip', Buffer.from('PK\x03\x04\x14\x00rest', 'latin1'), 'unreadable_file'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'unreadable_file'],
  ['one line of ten megabytes', Buffer.alloc(10 * 1024 * 1024, 'a'), 'unreadable_file'],
  ['too many lines', Buffer.from(`n;t\n${'a;1\n'.repeat(1_000_001)}`), 'over_limit'],
  ['more than fifty megabytes', Buffer.alloc(51 * 1024 * 1024, 'a\n'), 'too_large'],
])('%s is refused, and nothing of it stays', async (_, bytes, code) => {
  await expect(send(bytes)).rejects.toMatchObject({ code });
  const parts = sql(
    'test/all-parts',
    'select count(*)::int as n from file_parts p where not exists (select from contact_imports i where i.id = p.file_id)',
  );
  expect(await within((tx) => tx.one(parts))).toEqual({ n: 0 });
});

async function read(token: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await serveFile(base, token)).body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const bufferOf = async (rows: SheetData) => ({ buffer: await writeXlsxFile(rows).toBuffer() });
const tokenOf = (url: string | undefined): string => url?.split('=').at(-1) ?? '';

async function takeOut(format: 'csv' | 'xlsx', q?: string) {
  const { id } = await within((tx) => beginExport(tx, ctx, { format, filters: q === undefined ? {} : { q } }));
  expect(await runExport(base, ctx.workspaceId, id, never)).toBe(true);
  return { id, ...(await within((tx) => getExport(tx, ctx, id))) };
}

test('an export is safe against formulas, and comes in again as it went out, as CSV and as XLSX', async () => {
  const names = ['=1+1', '+55', '-2+3', '@soma', '\t=A1', 'Zé; "o" <b>&\n🌻', '＝1'];
  for (const [n, name] of names.entries())
    await within((tx) => createContact(tx, ctx, { name: `${name} formula`, phone: `1195000${1000 + n}` }));
  const csv = await takeOut('csv', 'formula');
  const text = (await read(tokenOf(csv.link?.url))).toString();
  for (const cell of text.split(/[;\r\n]+/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[\s]*[=+\-@＝]/);
  expect(csv.export).toMatchObject({ state: 'done', done: names.length });

  const xlsx = await takeOut('xlsx', 'formula');
  const bytes = await read(tokenOf(xlsx.link?.url));
  expect(bytes.includes('<f>')).toBe(false);
  const rows = await readXlsxFile(bytes); // by somebody else's reader
  expect((rows[0]?.data ?? []).length).toBe(names.length + 1);
  const { id } = await send(bytes);
  const preview = await previewImport(ctx, id);
  expect(preview.columns.map(({ guess }) => guess.kind).slice(0, 4)).toEqual(['name', 'phone', 'email', 'tags']);
  const stored = names.map((name) => `${name} formula`);
  expect(new Set(preview.lines.map(([name]) => name))).toEqual(new Set(stored));
  expect(preview.problems).toEqual([]);
});

test('a workbook of somebody else is read: days, long numbers, yes and no, emoji', async () => {
  const text = (value: string) => ({ value, type: String });
  const { buffer } = await bufferOf([
    [text('Nome'), text('Celular'), text('Nascimento'), text('Ativo')],
    [
      text('Zoé 🌻 & cia'),
      { value: 5511961110001, type: Number },
      { value: new Date(Date.UTC(1990, 4, 17)), type: Date, format: 'dd/mm/yyyy' },
      { value: true, type: Boolean },
    ],
    [null, { value: 11961110002, type: Number }, null, null],
  ]);
  const { id } = await send(buffer);
  const { columns, lines, import: found } = await previewImport(ctx, id);
  expect(found.total).toBe(2);
  expect(lines).toEqual([
    ['Zoé 🌻 & cia', '5511961110001', '1990-05-17', 'true'],
    ['', '11961110002', '', ''],
  ]);
  expect(columns.map(({ guess }) => guess.kind)).toEqual(['name', 'phone', 'ignore', 'ignore']);
});

test('a file of one person a thousand times holds them for no longer than any other: their messages come in meanwhile', async () => {
  const lines = Array.from({ length: 400 }, (_, n) => `Rita ${n};(11) 97222-0001`);
  const { id } = await send(`nome;telefone\n${lines.join('\n')}\n`);
  const mapping = [
    { column: 0, to: { kind: 'name' as const } },
    { column: 1, to: { kind: 'phone' as const } },
  ];
  await within((tx) => beginImport(tx, ctx, id, { mapping, onDuplicate: 'update', tagIds: [] }));
  const running = runImport(base, ctx.workspaceId, id, never);
  let over = false;
  void running.then(() => {
    over = true;
  });
  let seen = 0;
  for (; !over; seen++)
    await within((tx) => identify(tx, ctx, [{ waId: '5511972220001', profileName: `Rita do zap ${seen}` }]));
  expect(seen).toBeGreaterThan(10);
  expect(await within((tx) => getImport(tx, id))).toMatchObject({ state: 'done', done: 400, failed: 0 });
  expect((await find('97222-0001'))[0]?.name).toBe('Rita 399');
});

test('a link is of one file, ends, and leads nowhere else', async () => {
  const { id, link } = await takeOut('csv', 'formula');
  const token = tokenOf(link?.url);
  await expect(serveFile(base, `${token.slice(0, -2)}xx`)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(serveFile(base, tokenOf(signFileLink(other, 'export', id).url))).rejects.toMatchObject({
    code: 'not_found',
  });
  const late = { ...base, clock: { ...base.clock, now: () => new Date(Date.now() + 11 * 60_000) } };
  await expect(serveFile(late, token)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(within((tx) => getExport(tx, other, id), other)).rejects.toMatchObject({ code: 'not_found' });
  await expect(previewImport(other, (await send('nome;telefone\nA;11960008888\n')).id)).rejects.toMatchObject({
    code: 'not_found',
  });
});
