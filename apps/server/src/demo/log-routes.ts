import { type LedgerEvent, ledgerHead, readAfter } from '@balcao/core/ledger';
import { sql, type Tx, type WorkspaceCtx, withWorkspace } from '@balcao/db';
import { uuidTime } from '@balcao/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** One line of the log beside the telephone. */
interface LogEvent {
  readonly cursor: string;
  readonly at: Date;
  readonly type: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const messagesOf = sql(
  'demo/messages-of-log',
  `select m.id, m.direction, m.kind, m.body as text, m.at, m.created_at as "createdAt", m.receipt_id as "receiptId"
   from messages m where m.workspace_id = $1 and m.id = any($2::uuid[])`,
);

const LINES = 200;
const LOOK_EVERY_MS = 150;
const KEEP_ALIVE_MS = 15_000;

/** What the program did with each message of the demo, from the ledger: once as a page of JSON, once as it happens. */
export function demoLogRoutes(app: FastifyInstance, ctx: WorkspaceCtx): void {
  app.get<{ Querystring: { after?: string } }>('/demo/log', async (request) => readLog(ctx, request.query.after));
  app.get<{ Querystring: { after?: string } }>('/demo/log/stream', (request, reply) => stream(ctx, request, reply));
}

function readLog(ctx: WorkspaceCtx, after: string | undefined): Promise<{ events: LogEvent[]; cursor: string }> {
  return withWorkspace(ctx, async (tx) => {
    const page = await readAfter(tx, after, LINES);
    return { events: await withMessages(ctx, tx, page.events), cursor: page.cursor };
  });
}

async function withMessages(ctx: WorkspaceCtx, tx: Tx, events: readonly LedgerEvent[]): Promise<LogEvent[]> {
  const ids = [...new Set(events.flatMap((event) => (event.messageId === null ? [] : [event.messageId])))];
  type Row = { id: string; receiptId: string | null } & Record<string, unknown>;
  const rows = ids.length === 0 ? [] : await tx.rows<Row>(messagesOf, [ctx.workspaceId, ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return events.map(({ cursor, at, type, conversationId, messageId, data }) => {
    const { id: _id, receiptId, ...message } = byId.get(messageId ?? '') ?? { id: '', receiptId: null };
    const receivedAt = receiptId === null ? undefined : uuidTime(receiptId);
    return { cursor, at, type, conversationId, messageId, data: { ...message, receivedAt, ...data } };
  });
}

/** Server-sent events; resumes where `Last-Event-ID` says, else begins now. */
async function stream(
  ctx: WorkspaceCtx,
  request: FastifyRequest<{ Querystring: { after?: string } }>,
  reply: FastifyReply,
): Promise<void> {
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' });
  const given = request.headers['last-event-id'] ?? request.query.after;
  let cursor = typeof given === 'string' ? given : await withWorkspace(ctx, ledgerHead);
  let quietSince = ctx.clock.monotonic();
  out.write(': ok\n\n');
  while (!out.destroyed && !out.writableEnded) {
    const page = await readLog(ctx, cursor).catch(() => ({ events: [], cursor }));
    cursor = page.cursor;
    for (const event of page.events) out.write(`id: ${event.cursor}\ndata: ${JSON.stringify(event)}\n\n`);
    if (page.events.length > 0) quietSince = ctx.clock.monotonic();
    else if (ctx.clock.monotonic() - quietSince > KEEP_ALIVE_MS) {
      out.write(': still here\n\n');
      quietSince = ctx.clock.monotonic();
    }
    await ctx.clock.sleep(LOOK_EVERY_MS);
  }
}
