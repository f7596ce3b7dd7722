import { Readable } from 'node:stream';
import { serveFile } from '@balcao/core/contacts';
import type { DbCtx } from '@balcao/db';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../runtime/send-problem.ts';

/** /media/files?token= — an export, or the lines of an import that failed, to whoever holds its signed link while it is valid. */
export function fileRoutes(app: FastifyInstance, ctx: DbCtx): void {
  app.get<{ Querystring: { token?: unknown } }>('/media/files', async (request, reply) => {
    const { token } = request.query;
    try {
      const { fileName, mime, size, body } = await serveFile(ctx, typeof token === 'string' ? token : '');
      reply.headers({
        'content-type': mime,
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        ...(size === undefined ? {} : { 'content-length': size }),
      });
      return await reply.send(Readable.from(body));
    } catch (error) {
      return sendProblem(ctx, error, request, reply);
    }
  });
}
