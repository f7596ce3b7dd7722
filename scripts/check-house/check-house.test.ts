import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkHouse, drawMap, readHouse } from './index.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const workspaces: Record<string, { name: string; exports: Record<string, string> }> = {
  'packages/contract': { name: '@balcao/contract', exports: { '.': './src/index.ts' } },
  'packages/kernel': { name: '@balcao/kernel', exports: { '.': './src/index.ts' } },
  'packages/db': { name: '@balcao/db', exports: { '.': './src/index.ts' } },
  'packages/testkit': { name: '@balcao/testkit', exports: { '.': './src/index.ts' } },
  'packages/channels': { name: '@balcao/channels', exports: { './*': './src/*/index.ts' } },
  'packages/core': { name: '@balcao/core', exports: { './*': './src/*/index.ts' } },
};
const doors = {
  'packages/contract/src/index.ts': 'export const codes = 1;',
  'packages/kernel/src/index.ts': 'export const log = 1;',
  'packages/db/src/index.ts': 'export const sql = (name: string, text: string) => ({ name, text });',
  'packages/testkit/src/index.ts': 'export const kit = 1;',
  'packages/channels/src/port/index.ts': 'export const treatments = 1; export type Content = string;',
  'packages/channels/src/whatsapp-cloud/index.ts': 'export const adapter = 1;',
  'packages/core/src/ledger/index.ts': 'export const record = 1;',
  'packages/core/src/messages/index.ts': 'export const queueReply = 1;',
};

/** What the rules say of a small house: the doors above and these files. */
function findingsOf(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  made.push(root);
  const packages = Object.entries(workspaces).map(([folder, text]) => [`${folder}/package.json`, JSON.stringify(text)]);
  for (const [path = '', text = ''] of [...packages, ...Object.entries({ ...doors, ...files })]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const house = readHouse(root);
  expect(drawMap(house)).toContain('core/messages');
  return checkHouse(house).map((one) => `${one.weight} ${one.rule} ${one.path} ${one.sentence}`);
}

const says = (files: Record<string, string>, ...words: string[]) => {
  const findings = findingsOf(files);
  expect(findings, findings.join('\n')).toHaveLength(1);
  for (const word of words) expect(findings[0]).toContain(word);
};

test('a house that keeps the rules gets no finding', () => {
  expect(
    findingsOf({
      'packages/core/src/ingest/receive.ts':
        "import { sql } from '@balcao/db';\nimport { treatments } from '@balcao/channels/port';\nimport { queueReply } from '../messages/index.ts';\n" +
        "export const a = sql('ingest/receive', `insert into receipts values ($1)`);\nexport const b = [treatments, queueReply];",
      'packages/core/src/messages/rows.ts':
        "import { sql } from '@balcao/db';\nexport const queueReplies = sql('messages/queue-reply', `insert into messages select 'out'`);\n" +
        "export const advance = sql('messages/advance-status', `update messages m set status = case when true then $1 end where id = $2`);\n" +
        "export const edit = sql('messages/edit', `update messages set body = $1 where status = 'sent'`);",
      'packages/core/src/messages/queue-reply.ts':
        "import { queueReplies } from './rows.ts';\nexport const queueReply = () => queueReplies;",
      'packages/core/src/messages/queue-reply.test.ts':
        "import { kit } from '@balcao/testkit';\nimport { queueReply } from './index.ts';\nexport const a = [kit, queueReply];",
      'packages/kernel/src/config/read-environment.ts': 'export const read = () => process.env;',
      'vitest.config.ts': 'export default {};',
    }),
  ).toEqual([]);
});

test('an arrow that points up is wrong, even for a type', () => {
  says(
    { 'packages/db/src/open.ts': "import type { record } from '@balcao/core/ledger';\nexport type R = typeof record;" },
    'arrows',
    'db may not import core',
  );
  says(
    { 'packages/kernel/src/up.ts': "export const load = () => import('@balcao/db');" },
    'arrows',
    'kernel may not import db',
  );
  says(
    { 'packages/kernel/src/up.ts': "export type T = import('@balcao/db').sql;" },
    'arrows',
    'kernel may not import db',
  );
  says({ 'packages/kernel/src/up.ts': "export * from '@balcao/db';" }, 'arrows', 'kernel may not import db');
});

test('the simulator stands alone and browsers see the contract only', () => {
  says(
    { 'packages/simulator/src/a.ts': "import { codes } from '@balcao/contract';\nexport const a = codes;" },
    'simulator may not import contract',
  );
  says(
    { 'apps/phone/src/a.tsx': "import { log } from '@balcao/kernel';\nexport const a = log;" },
    'phone may not import kernel',
  );
});

test('the testkit is for tests', () => {
  says(
    { 'packages/core/src/ingest/a.ts': "import { kit } from '@balcao/testkit';\nexport const a = kit;" },
    'testkit is for tests',
  );
});

test('a room of core imports only the rooms of its line', () => {
  says(
    {
      'packages/core/src/ledger/a.ts':
        "import { queueReply } from '../messages/index.ts';\nexport const a = queueReply;",
    },
    'ledger may not import messages',
  );
  says(
    { 'packages/core/src/leads/a.ts': "import { record } from '../ledger/index.ts';\nexport const a = record;" },
    '"leads" of core is not in',
  );
});

test('rooms of core know ports, and only three of them run one', () => {
  says(
    {
      'packages/core/src/ingest/a.ts':
        "import { adapter } from '@balcao/channels/whatsapp-cloud';\nexport const a = adapter;",
    },
    'whatsapp-cloud is a provider',
  );
  says(
    {
      'packages/core/src/contacts/a.ts':
        "import { treatments } from '@balcao/channels/port';\nexport const a = treatments;",
    },
    'contacts may import its types',
  );
  expect(
    findingsOf({
      'packages/core/src/contacts/a.ts':
        "import type { Content } from '@balcao/channels/port';\nexport const a: Content = '';",
    }),
  ).toEqual([]);
});

test('a workspace is imported by its name, and what is imported exists', () => {
  const findings = findingsOf({
    'packages/db/src/a.ts': "import { log } from '../../kernel/src/index.ts';\nexport const a = log;",
  });
  expect(findings.join()).toContain('leaves the workspace by a relative path');
  says({ 'packages/db/src/a.ts': "import { x } from '@balcao/nothing';\nexport const a = x;" }, 'leads nowhere');
});

test('a room is entered through its door, by tests too', () => {
  const inside = { 'packages/core/src/messages/rows.ts': 'export const rows = 1;' };
  const window = "import { rows } from '../messages/rows.ts';\nexport const a = rows;";
  says({ ...inside, 'packages/core/src/ingest/a.ts': window }, 'doors', 'messages/rows.ts is inside a room');
  says({ ...inside, 'packages/core/src/ingest/a.test.ts': window }, 'doors', 'messages/rows.ts is inside a room');
});

test('who lives in a room does not use its door', () => {
  says(
    { 'packages/core/src/messages/rows.ts': "import { queueReply } from './index.ts';\nexport const a = queueReply;" },
    'doors',
    'own door',
  );
});

test('imports in a circle are wrong, types included', () => {
  says(
    {
      'packages/db/src/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
      'packages/db/src/b.ts': "import type { C } from './c.ts';\nexport type B = C;",
      'packages/db/src/c.ts': "import type { A } from './a.ts';\nexport type C = A;",
    },
    'cycles',
    'a.ts → packages/db/src/b.ts → packages/db/src/c.ts → packages/db/src/a.ts',
  );
});

test('outbound messages are inserted by queue-reply only', () => {
  const sqlOf = (name: string, text: string) =>
    `import { sql } from '@balcao/db';\nexport const s = sql('${name}', \`${text}\`);`;
  says(
    { 'packages/core/src/outbox/rows.ts': sqlOf('outbox/add', 'insert into outbox (id) values ($1)') },
    'only messages/queue-reply inserts',
  );
  says(
    { 'packages/core/src/messages/rows.ts': sqlOf('messages/add', 'insert into outbox (id) values ($1)') },
    'only messages/queue-reply inserts',
  );
  says(
    { 'packages/core/src/ingest/rows.ts': sqlOf('ingest/add', 'insert into messages (id) values ($1)') },
    'messages are inserted only by',
  );
  says(
    { 'apps/server/src/a.ts': 'export const text = "with x as (select 1) INSERT INTO  outbox values (1)";' },
    'only messages/queue-reply inserts',
  );
});

test('a guarded statement is imported by its verb only', () => {
  says(
    {
      'packages/core/src/messages/rows.ts':
        "import { sql } from '@balcao/db';\nexport const queueReplies = sql('messages/queue-reply', `insert into outbox values (1)`);",
      'packages/core/src/messages/sneak.ts':
        "import { queueReplies } from './rows.ts';\nexport const a = queueReplies;",
    },
    'messages/sneak.ts',
    'this imports queueReplies',
  );
});

test('the status of a message is written by advance-status only', () => {
  const update = (text: string) => ({
    'packages/core/src/outbox/rows.ts': `import { sql } from '@balcao/db';\nexport const s = sql('outbox/x', \`${text}\`);`,
  });
  says(update("update messages set error_code = 1, status = 'sent' where id = $1"), 'only messages/advance-status');
  says(
    update("with x as (update messages m set\n status = 'sent' where m.id = $1) select 1"),
    'only messages/advance-status',
  );
  expect(findingsOf(update("update outbox set status = 'sent'"))).toEqual([]);
});

test('only the outbox calls a send of a channel', () => {
  const send = 'export const go = (whatsappAdapter: { send(x: string): void }) => whatsappAdapter.send("x");';
  says({ 'packages/core/src/ingest/a.ts': send }, 'only the outbox calls');
  says({ 'apps/server/src/a.ts': send }, 'only the outbox calls');
  expect(findingsOf({ 'packages/core/src/outbox/a.ts': send })).toEqual([]);
  expect(
    findingsOf({ 'apps/server/src/a.ts': 'export const go = (reply: { send(x: string): void }) => reply.send("x");' }),
  ).toEqual([]);
});

test('the words we do without are found', () => {
  says({ 'packages/db/src/a.ts': 'export const a = (x: any) => String(x);' }, 'language', '`any`');
  says({ 'packages/db/src/a.ts': 'export enum A { B }' }, 'language', 'an enum');
  says({ 'packages/db/src/a.ts': 'export default 1;' }, 'language', 'a default export');
  says({ 'packages/db/src/a.ts': 'export const a = process.env.HOME;' }, 'language', 'process.env is read in');
});

test('a file over 220 lines is a smell, over 400 wrong, and a folder holds at most 15', () => {
  says({ 'packages/db/src/a.ts': 'export {};\n'.repeat(221) }, 'smell sizes', '221 lines');
  says({ 'packages/db/src/a.ts': 'export {};\n'.repeat(401) }, 'wrong sizes', '401 lines');
  expect(findingsOf({ 'packages/db/src/a.ts': 'export {};\n'.repeat(220) })).toEqual([]);
  const files = Object.fromEntries(
    Array.from({ length: 16 }, (_, n) => [`packages/db/src/many/a${n}.ts`, 'export {};']),
  );
  says(files, 'packages/db/src/many 16 files');
  const tests = Object.fromEntries(
    Array.from({ length: 16 }, (_, n) => [`packages/db/src/many/a${n}.test.ts`, 'export {};']),
  );
  expect(findingsOf(tests)).toEqual([]);
});

test('names of statements are unique, short, and begin with their room', () => {
  const sqlOf = (...names: string[]) =>
    `import { sql } from '@balcao/db';\n${names.map((name, n) => `export const s${n} = sql('${name}', \`select ${n}\`);`).join('\n')}`;
  says(
    { 'packages/core/src/outbox/rows.ts': sqlOf('outbox/a', 'outbox/a') },
    'already in packages/core/src/outbox/rows.ts:2',
  );
  says({ 'packages/core/src/outbox/rows.ts': sqlOf(`outbox/${'a'.repeat(60)}`) }, 'longer than 63 bytes');
  says({ 'packages/core/src/outbox/rows.ts': sqlOf('ingest/a') }, 'should begin with its room');
});
