import { type DbCtx, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  fillTemplate,
  listTemplates,
  misfitOf,
  noteTemplateFacts,
  problemOf,
  readShape,
  refreshTemplates,
  showSent,
  type ToldTemplate,
} from './index.ts';

let base: DbCtx;
let line: TestLine;
beforeAll(async () => {
  base = await testCtx();
  line = await testLine(base);
});

const components = [
  { type: 'HEADER', format: 'IMAGE' },
  {
    type: 'BODY',
    text: 'Olá {{nome}}, o pedido {{pedido}} saiu.',
    example: { body_text_named_params: [{ param_name: 'nome', example: 'Maria' }] },
  },
  { type: 'FOOTER', text: 'Loja' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Ok' },
      { type: 'URL', text: 'Ver', url: 'https://x.com.br/{{1}}', example: ['https://x.com.br/9'] },
      { type: 'COPY_CODE', example: 'PROMO' },
    ],
  },
];
const named = { name: 'saiu', language: 'pt_BR' };

test('a template tells what there is to fill in, and is filled in', () => {
  const shape = readShape(components);
  expect(shape.fields.map(({ key, example }) => [key, example])).toEqual([
    ['header', null],
    ['body.nome', 'Maria'],
    ['body.pedido', null],
    ['button.1', 'https://x.com.br/9'],
    ['button.2', 'PROMO'],
  ]);
  const values = { header: 'm1', 'body.nome': ' Ana \n Souza', 'body.pedido': '9', 'button.1': '9', 'button.2': 'DEZ' };
  const filled = fillTemplate(named, shape, values);
  expect(filled).toMatchObject({ text: 'Olá Ana Souza, o pedido 9 saiu.', missing: [], header: { mediaId: 'm1' } });
  expect(filled.content).toEqual({
    kind: 'template',
    ...named,
    header: { kind: 'image', source: { mediaId: 'm1' } },
    body: [
      { kind: 'text', text: 'Ana Souza', name: 'nome' },
      { kind: 'text', text: '9', name: 'pedido' },
    ],
    buttons: [
      { kind: 'url', index: 1, text: '9' },
      { kind: 'copy_code', index: 2, code: 'DEZ' },
    ],
  });
  const content = filled.content as NonNullable<typeof filled.content>;
  expect(misfitOf({ components }, content)).toBeUndefined();
  expect(misfitOf({ components }, { ...content, body: [] })).toBe('mismatch');
  expect(showSent({ components }, content)).toMatchObject({
    text: 'Olá Ana Souza, o pedido 9 saiu.',
    buttons: [{ title: 'Ok' }, { title: 'Ver', url: 'https://x.com.br/9' }, {}],
  });
});

test('whatever the provider sends as components, nothing breaks', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const shape = readShape(json);
      expect(fillTemplate(named, shape, {}).missing).toEqual(shape.fields.map((field) => field.key));
    }),
  );
});

test.each([
  ['APPROVED', components, undefined],
  ['PAUSED', components, 'paused'],
  ['SOMETHING_NEW', components, 'pending'],
  ['APPROVED', [...components, { type: 'CAROUSEL', cards: [] }], 'foreign'],
])('%s with these components: %#', (status, parts, problem) => {
  expect(problemOf({ status, components: parts, goneAt: null })).toBe(problem);
});

const told = (n: number, more: Partial<ToldTemplate> = {}): ToldTemplate => ({
  id: `t${n}`,
  name: `modelo_${n}`,
  language: 'pt_BR',
  status: 'APPROVED',
  components,
  ...more,
});
const accountId = () => line.channel.accountId;
const refresh = (list: readonly ToldTemplate[]) => refreshTemplates(line.ctx, accountId(), async () => list);
const kept = async () => await withWorkspace(line.ctx, (tx) => listTemplates(line.ctx, tx, { wabaId: accountId() }));

test('our copy follows the provider: what is new, changed, gone and back again', async () => {
  expect(await refresh([told(1), told(2), told(2), told(3, { id: undefined })])).toMatchObject({ total: 2, added: 2 });
  expect(await refresh([told(1), told(2)])).toMatchObject({ added: 0, changed: 0, removed: 0 });
  expect(await refresh([told(1, { status: 'PAUSED' })])).toMatchObject({ changed: 1, removed: 1 });
  expect((await kept()).templates.map((one) => [one.name, one.status])).toEqual([['modelo_1', 'PAUSED']]);
  expect(await refresh([told(1), told(2)])).toMatchObject({ added: 0, changed: 2, removed: 0 });
});

test('when the provider does not answer the copy stays, and two refreshes at once are one', async () => {
  await refresh([told(1)]);
  const { refreshedAt } = await kept();
  const broken = refreshTemplates(line.ctx, accountId(), () => Promise.reject(new Error('away')));
  await expect(broken).rejects.toThrow('away');
  expect(await kept()).toMatchObject({ refreshedAt, templates: [{ name: 'modelo_1' }] });
  const [a, b] = await Promise.all([refresh([told(1), told(7)]), refresh([told(1), told(7)])]);
  expect(a.added + b.added).toBe(1);
});

test('a webhook changes the one it names, and never another company’s', async () => {
  const other = await testLine(base);
  await refresh([told(1)]);
  await refreshTemplates(other.ctx, other.channel.accountId, async () => [told(1)]);
  const fact = { fact: 'template', change: 'status', templateId: 't1', status: 'DISABLED', detail: {} } as const;
  await withWorkspace(line.ctx, (tx) => noteTemplateFacts(line.ctx, tx, line.channel, [fact]));
  expect((await kept()).templates[0]?.status).toBe('DISABLED');
  const theirs = await withWorkspace(other.ctx, (tx) => listTemplates(other.ctx, tx, {}));
  expect(theirs.templates.map((one) => one.status)).toEqual(['APPROVED']);
});
