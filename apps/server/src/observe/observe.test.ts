import { createChannel, createWorkspace, stopChannel } from '@balcao/core/workspaces';
import { conveyorStatement, type DbCtx, inWorkspace, sql, withWorkspace } from '@balcao/db';
import { testConfig, testCtx } from '@balcao/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Health } from './health.ts';
import { observeRoutes } from './routes.ts';

let base: DbCtx;
let apps: FastifyInstance[] = [];
beforeAll(async () => {
  base = await testCtx();
});
afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
});

async function serve(env: Record<string, string> = {}, accepting = true): Promise<string> {
  const app = Fastify();
  apps.push(app);
  observeRoutes(app, { ...base, config: testConfig(env) }, { accepting: () => accepting });
  return await app.listen({ port: 0, host: '127.0.0.1' });
}

async function ready(at: string): Promise<{ status: number; health: Health }> {
  const response = await fetch(`${at}/health/ready`);
  return { status: response.status, health: (await response.json()) as Health };
}

const leaveReceipt = sql(
  'test/leave-receipt',
  `insert into receipt_work (workspace_id, channel_id, receipt_id, received_at, not_before) values ($1, $2, $3, $4, $4)`,
);
const leaveReply = sql(
  'test/leave-reply',
  `insert into outbox (workspace_id, message_id, conversation_id, channel_id, seq, not_before, queued_at) values ($1, $2, $2, $3, 1, $4, $4)`,
);
const clean = sql('test/clean-work', 'delete from receipt_work where workspace_id = $1');

test('every part is tried, with its state, its time and what it knows', async () => {
  const { status, health } = await ready(await serve());
  expect(status).toBe(200);
  expect(Object.keys(health.parts)).toEqual(['database', 'conveyor', 'disk']);
  for (const part of Object.values(health.parts)) expect(part).toMatchObject({ ok: true, ms: expect.any(Number) });
  expect(health.parts['conveyor']?.facts).toMatchObject({ receipts: { rows: 0 }, turns: { rows: 0 } });
  expect((await ready(await serve({}, false))).status).toBe(503);
});

test('a receipt that nobody takes up makes a worker ill, and stands in the metrics with its age', async () => {
  const { id: workspaceId } = await createWorkspace(base, { name: 'Loja parada', slug: 'loja-parada' });
  const long = new Date(Date.now() - 5 * 60_000);
  await withWorkspace(inWorkspace(base, workspaceId), (tx) =>
    tx.run(leaveReceipt, [workspaceId, workspaceId, base.ids.uuid(), long]),
  );
  const at = await serve();
  const { status, health } = await ready(at);
  expect([status, health.parts['conveyor']?.reason]).toEqual([503, 'Waiting for too long: receipts.']);
  const metrics = await (await fetch(`${at}/metrics`)).text();
  expect(metrics).toMatch(/^balcao_backlog\{stage="receipts"\} 1$/m);
  expect(Number(/^balcao_oldest_seconds\{stage="receipts"\} ([\d.]+)$/m.exec(metrics)?.[1])).toBeGreaterThan(299);
  // Who only takes webhooks in goes on taking them in: with it away as well, Meta would find nobody.
  expect((await ready(await serve({ ROLE: 'api' }))).status).toBe(200);
  await conveyorStatement(base, clean, [workspaceId]);
  expect((await ready(at)).status).toBe(200);
});

test('messages that wait for a stopped channel make nobody ill', async () => {
  const { id: workspaceId } = await createWorkspace(base, { name: 'Sem token', slug: 'sem-token' });
  const inside = inWorkspace(base, workspaceId);
  const secrets = { appSecret: 'a', accessToken: 'b', verifyToken: 'c' };
  await withWorkspace(inside, async (tx) => {
    const { id } = await createChannel(tx, inside, { phoneNumberId: '1', wabaId: '2', ...secrets });
    await tx.run(leaveReply, [workspaceId, base.ids.uuid(), id, new Date(Date.now() - 60 * 60_000)]);
    await stopChannel(tx, inside, { channelId: id, reason: 'the token was taken back' });
  });
  const at = await serve();
  const { status, health } = await ready(at);
  expect(status).toBe(200);
  expect(health.parts['conveyor']?.facts).toMatchObject({ outbox: { rows: 0 }, stopped: { rows: 1 } });
});

test('metrics are for this machine, and for who has the token', async () => {
  const open = await serve();
  const ask = async (at: string, headers: Record<string, string> = {}) =>
    (await fetch(`${at}/metrics`, { headers })).status;
  expect(await ask(open)).toBe(200);
  expect(await ask(open, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
  expect(await ask(open, { forwarded: 'for=203.0.113.9' })).toBe(403);
  const token = 'a-token-of-thirty-two-characters-x';
  const guarded = await serve({ METRICS_TOKEN: token });
  expect(await ask(guarded, { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' })).toBe(200);
  expect(await ask(guarded, { authorization: 'Bearer wrong' })).toBe(403);
});
