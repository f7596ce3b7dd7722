import { parseWebhook } from '@balcao/channels/whatsapp-cloud';
import { createApiKey } from '@balcao/core/access';
import { createReceiver, processReceipts } from '@balcao/core/ingest';
import { takeTurns } from '@balcao/core/orchestrator';
import { type DbCtx, sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { type TestLine, testCtx, testLine } from '@balcao/testkit';
import { beforeAll, expect, test } from 'vitest';
import { webhookKinds } from './naughty/webhook-kinds.ts';

let base: DbCtx;
let ours: TestLine;
let theirs: TestLine;
let tables: string[];

/** One webhook of each kind, its turns, and a key: something in nearly every table that a company has. */
async function live(line: TestLine): Promise<void> {
  const { ctx, channel } = line;
  const body = JSON.stringify({ entry: [{ id: channel.accountId, changes: webhookKinds }] }, (key, value: unknown) =>
    key === 'phone_number_id' ? channel.phoneNumberId : value,
  );
  await createReceiver(ctx)({ body, channels: [{ workspaceId: ctx.workspaceId, channelId: channel.id }] });
  const done = await processReceipts(ctx, channel, { parse: parseWebhook, memory: { take: () => undefined } });
  await takeTurns(ctx, [...done.woken.keys()]);
  await withWorkspace(ctx, (tx) => createApiKey(tx, ctx, { name: 'x', scopes: ['messages:read'] }));
  await createReceiver(ctx)({ body, channels: [{ workspaceId: ctx.workspaceId, channelId: channel.id }] });
}

beforeAll(async () => {
  base = await testCtx();
  [ours, theirs] = [await testLine(base), await testLine(base)];
  await live(theirs);
  const { rows } = await base.db.login.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  tables = rows.map((row) => row.name);
});

let asked = 0;
const ask = <R>(ctx: WorkspaceCtx, text: string): Promise<R[]> =>
  withWorkspace(ctx, (tx: Tx) => tx.rows<R>(sql(`tenants/ask-${++asked}`, text)));

const count = async (ctx: WorkspaceCtx, table: string, where = 'true') =>
  (await ask<{ n: number }>(ctx, `select count(*)::int as n from ${table} where ${where}`))[0]?.n;

/** Some tables may not be changed by anybody. */
function notAllowed(error: Error): [] {
  expect(error.message).toMatch(/permission denied|append-only|row-level security/);
  return [];
}

test('a company has rows in nearly every table, and another company sees, changes and deletes none of them', async () => {
  const { workspaceId } = theirs.ctx;
  const filled: string[] = [];
  for (const table of tables) {
    if (((await count(theirs.ctx, table)) ?? 0) > 0) filled.push(table);
    expect(await count(ours.ctx, table, `workspace_id <> '${ours.ctx.workspaceId}'`), table).toBe(0);
    for (const statement of [
      `update ${table} set workspace_id = '${ours.ctx.workspaceId}' where workspace_id = '${workspaceId}' returning 1`,
      `delete from ${table} where workspace_id = '${workspaceId}' returning 1`,
    ])
      expect(await ask(ours.ctx, statement).catch(notAllowed), `${table}: ${statement}`).toEqual([]);
  }
  expect(filled.length, filled.join(', ')).toBeGreaterThan(14);
  for (const table of filled) expect(await count(theirs.ctx, table), table).toBeGreaterThan(0);
});
