import type { ChannelAddress, Remembered } from '@balcao/core/ingest';
import type { Storage } from '@balcao/core/media';
import type { QueuedReply } from '@balcao/core/messages';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import fastify, { type FastifyInstance } from 'fastify';
import { apiRoutes, docsPage } from '../api/index.ts';
import type { Demo } from '../demo/index.ts';
import { fileRoutes } from '../media/file-routes.ts';
import { mediaRoutes } from '../media/media-routes.ts';
import { observeRoutes } from '../observe/routes.ts';
import { createPanelPages } from '../panel/index.ts';
import { oidcRoutes } from '../people/index.ts';
import { openRealtime } from '../realtime/index.ts';
import { whatsappRoutes } from '../webhooks/index.ts';
import type { ChannelDirectory } from './channel-directory.ts';
import { modelsOf } from './models-of.ts';
import { requestIds } from './request-ids.ts';
import { sendProblem } from './send-problem.ts';
import { cutSlowBodies, FILE_WITHIN_MS } from './slow-bodies.ts';

export interface HttpParts {
  readonly directory: ChannelDirectory;
  readonly demo: Demo | undefined;
  readonly storage: Storage;
  /** Does this process serve webhooks and the API, or only its own health? */
  readonly api: boolean;
  stored(receiptId: string, channels: readonly ChannelAddress[], remembered: Remembered): void;
  queued(items: readonly QueuedReply[]): void;
}

export interface Http {
  readonly address: string;
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 5_000;

export async function createHttp(ctx: DbCtx, parts: HttpParts): Promise<Http> {
  const { config } = ctx;
  let accepting = true;
  const ids = requestIds(ctx);
  const app = fastify({
    logger: false,
    trustProxy: config.trustProxy === false ? false : (_address, hop) => hop < Number(config.trustProxy),
    genReqId: ids.genReqId,
    requestTimeout: FILE_WITHIN_MS,
    // Whoever dribbles is cut off soon: a socket that says nothing whole is a place taken.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  ids.tell(app);
  cutSlowBodies(app);
  app.setErrorHandler((error, request, reply) => sendProblem(ctx, error, request, reply));
  const panel = parts.api ? createPanelPages() : undefined;
  app.setNotFoundHandler((request, reply) =>
    panel?.mayAnswer(request)
      ? panel.answer(request, reply)
      : sendProblem(ctx, new Fault('not_found', 'there is nothing at this address'), request, reply),
  );
  const realtime = parts.api ? await openRealtime(ctx, app.server) : undefined;
  observeRoutes(app, ctx, { accepting: () => accepting, realtime: realtime?.health });
  if (parts.api) {
    whatsappRoutes(app, ctx, parts);
    mediaRoutes(app, ctx, parts.storage);
    fileRoutes(app, ctx);
    oidcRoutes(app, ctx);
    apiRoutes(app, ctx, {
      channel: parts.directory.byId,
      number: parts.directory.byId,
      whatsapp: parts.directory.whatsapp,
      offer: parts.queued,
      storage: parts.storage,
      models: modelsOf(ctx),
    });
    await app.register(docsPage, { prefix: '/api/docs' });
    await parts.demo?.routes(app);
  }
  await app.listen({ port: config.port, host: config.host }).catch(async (error: unknown) => {
    await realtime?.close();
    throw whyNot(error, config);
  });
  return {
    address: addressOf(app, config.publicUrl, config.port),
    async close() {
      accepting = false;
      await realtime?.close();
      const closed = app.close();
      const late = new AbortController();
      await Promise.race([closed, ctx.clock.sleep(CLOSE_WITHIN_MS, late.signal)]);
      late.abort();
      app.server.closeAllConnections();
    },
  };
}

/** What the system says in a word, with what to do about it. */
function whyNot(error: unknown, { port, host }: { port: number; host: string }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new Fault('conflict', `another program has port ${port} already; stop it, or choose another with PORT`);
  if (code === 'EACCES')
    return new Fault('forbidden', `this user may not listen on port ${port}; choose one above 1023`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Fault('invalid_input', `HOST is ${host}, which is no address of this machine`);
  return error;
}

/** Port 0 asks the system for a free one: only now is it known which. */
function addressOf(app: FastifyInstance, publicUrl: string, port: number): string {
  if (port !== 0) return publicUrl;
  const at = app.server.address();
  return typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : publicUrl;
}
