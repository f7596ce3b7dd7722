import { createReceiver, type Remembered, type Webhook } from '@balcao/core/ingest';
import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChannelDirectory } from '../runtime/channel-directory.ts';
import { sendProblem } from '../runtime/send-problem.ts';
import { type Admitted, createGate } from './gate.ts';

export interface WebhookParts {
  readonly directory: ChannelDirectory;
  /** Told after the commit, before the 200 is on the wire: a hint that spares reading back what was just written. */
  stored(receiptId: string, channels: Webhook['channels'], remembered: Remembered): void;
}

type Params = { channelId?: string };

/** Acknowledged means stored: 200 is only said after the commit. */
export function whatsappRoutes(app: FastifyInstance, ctx: DbCtx, parts: WebhookParts): void {
  const gate = createGate(ctx, parts.directory);
  const receive = createReceiver(ctx);
  const answers = ctx.metrics.counter('balcao_webhooks_total', 'Webhooks by what we answered', ['answer']);
  const stored = answers.bind({ answer: 'stored' });
  const commit = ctx.metrics
    .histogram('balcao_stage_seconds', 'Time a message spends in each stage of the conveyor', ['stage'])
    .bind({ stage: 'store' });
  let inFlight = 0;

  async function post(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): Promise<FastifyReply> {
    if (inFlight >= ctx.config.gate.maxInFlight)
      throw new Fault('unavailable', 'too many webhooks at once', { retryAfter: 1 });
    inFlight++;
    const began = performance.now();
    try {
      const admitted = gate.admit({
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        signature: signatureOf(request),
        ip: request.ip,
        channelId: request.params.channelId,
      });
      await (ctx.tracing.enabled
        ? ctx.tracing.span('webhook', {}, (span) => keep(admitted, span.traceparent))
        : keep(admitted));
      stored.inc();
      commit.observe((performance.now() - began) / 1_000);
      return reply.code(200).send();
    } finally {
      inFlight--;
    }
  }

  async function keep({ text, channels, facts }: Admitted, trace?: string): Promise<void> {
    const receiptId = await receive({ body: text, channels, trace });
    parts.stored(receiptId, channels, { facts, trace });
  }

  function get(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): FastifyReply {
    const challenge = gate.handshake(request.params.channelId, request.query);
    return reply.type('text/plain; charset=utf-8').send(challenge);
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: ctx.config.gate.maxBytes },
      (_request, body, done) => done(null, body),
    );
    scope.setErrorHandler((error, request, reply) => refuse(ctx, answers, error, request, reply));
    for (const path of ['/webhooks/whatsapp', '/webhooks/whatsapp/:channelId']) {
      scope.get<{ Params: Params }>(path, async (request, reply) => get(request, reply));
      scope.post<{ Params: Params }>(path, post);
    }
  });
}

function signatureOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-hub-signature-256'];
  return typeof header === 'string' ? header : undefined;
}

function refuse(
  ctx: DbCtx,
  answers: ReturnType<DbCtx['metrics']['counter']>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = faultOf(error);
  answers.inc({ answer: fault.code });
  // A database that is away says so elsewhere, once; anything else of ours is a defect, and nobody would know of it.
  if (fault.status >= 500 && !(error instanceof Fault && error.code === 'unavailable'))
    ctx.log.error({ err: error, requestId: request.id }, 'a webhook was not stored');
  return sendProblem(ctx, fault, request, reply);
}

/** Whatever keeps a webhook from being stored is ours to mend and Meta's to send again: 503, never 500, never a 200. */
function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error.status < 500 ? error : new Fault('unavailable', error.message, {}, error);
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return new Fault('too_large', 'the body is larger than a webhook may be');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Fault('invalid_input', 'the request cannot be read');
  return new Fault('unavailable', 'it could not be stored', {}, error);
}
