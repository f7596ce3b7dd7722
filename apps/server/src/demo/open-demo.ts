import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFlow } from '@balcao/core/flows';
import {
  createChannel,
  createWorkspace,
  findWorkspace,
  loadChannels,
  setBotFlow,
  updateChannel,
} from '@balcao/core/workspaces';
import { type DbCtx, inWorkspace, withWorkspace } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { createSimulator } from '@balcao/simulator';
import type { FastifyInstance } from 'fastify';
import { loopbackOf } from '../runtime/loopback.ts';
import { demoLogRoutes } from './log-routes.ts';
import { phonePage } from './phone-page.ts';
import { teach } from './teach.ts';

export interface Demo {
  /** The page to open. */
  readonly path: string;
  routes(app: FastifyInstance): Promise<void>;
  stop(): Promise<void>;
}

const SLUG = 'demo';
const NUMBER = { phoneNumberId: '100000000000001', wabaId: '200000000000001', displayPhoneNumber: '+55 11 3003-0001' };
const flowFile = new URL('flow.yaml', import.meta.url);

/** A company, a number and a telephone to play with: made at the first start, found again at the next ones. Never in production. */
export async function openDemo(ctx: DbCtx): Promise<Demo> {
  if (ctx.config.production) throw new Fault('internal', 'the demo has no place in production');
  const workspaceId = await findOrCreate(ctx);
  const channel = (await loadChannels(ctx)).find((one) => one.workspaceId === workspaceId);
  if (channel === undefined)
    throw new Fault('not_found', 'the demo workspace has lost its channel; delete it or set DEMO=off');
  const { id, accessToken, appSecret, verifyToken } = channel;
  const here = `http://${loopbackOf(ctx.config.host)}:${ctx.config.port}`;
  const simulator = createSimulator({
    numbers: [{ ...NUMBER, accessToken, appSecret, verifyToken, webhookUrl: `${here}/webhooks/whatsapp/${id}` }],
    customers: [{ name: 'Você', phone: '+55 (11) 98765-4321' }],
    clock: ctx.clock,
    stateDir: join(ctx.config.dataDir, 'simulator'),
    publicUrl: `${here}/simulator`,
  });
  return {
    path: '/phone/',
    async routes(app) {
      await app.register(simulator.routes, { prefix: '/simulator' });
      await app.register(phonePage, { prefix: '/phone' });
      demoLogRoutes(app, inWorkspace(ctx, workspaceId));
    },
    stop: () => simulator.close(),
  };
}

function whenMissing(error: unknown): undefined {
  if (error instanceof Fault && error.code === 'not_found') return undefined;
  throw error;
}

/** Everything of it in one go, or nothing: a start that was cut short begins anew. */
async function findOrCreate(ctx: DbCtx): Promise<string> {
  const known = await findWorkspace(ctx, SLUG).catch(whenMissing);
  const workspaceId = known?.id ?? (await createWorkspace(ctx, { name: 'Demonstração', slug: SLUG })).id;
  const inside = inWorkspace(ctx, workspaceId);
  const loaded = (await loadChannels(ctx)).find((one) => one.workspaceId === workspaceId);
  if (loaded?.flowVersionId) return workspaceId;
  const source = await readFile(flowFile, 'utf8');
  const secret = () => randomBytes(24).toString('base64url');
  await withWorkspace(inside, async (tx) => {
    const channel =
      loaded ??
      (await createChannel(tx, inside, {
        ...NUMBER,
        name: 'Telefone de demonstração',
        appSecret: secret(),
        accessToken: secret(),
        verifyToken: secret(),
        graphBaseUrl: 'simulator',
      }));
    await teach(tx, inside);
    await setBotFlow(tx, inside, { channelId: channel.id, source, parsed: parseFlow(source) });
    await updateChannel(tx, inside, channel.id, { botMode: 'assistant' });
  });
  return workspaceId;
}
