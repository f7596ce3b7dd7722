import { openForServing, type Storage } from '@balcao/core/media';
import type { DbCtx } from '@balcao/db';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../runtime/send-problem.ts';

type Route = { Params: { token: string }; Querystring: { download?: string } };

/** /media/:token — one file, to whoever holds its signed link, while it is valid. */
export function mediaRoutes(app: FastifyInstance, ctx: DbCtx, storage: Storage): void {
  app.route<Route>({
    method: ['GET', 'HEAD'],
    url: '/media/:token',
    exposeHeadRoute: false,
    async handler(request, reply) {
      try {
        const served = await openForServing(ctx, storage, request.params.token, {
          method: request.method === 'HEAD' ? 'HEAD' : 'GET',
          range: request.headers.range,
          ifNoneMatch: request.headers['if-none-match'],
          download: request.query.download !== undefined,
        });
        return await reply.code(served.status).headers(served.headers).send(served.body);
      } catch (error) {
        return sendProblem(ctx, error, request, reply);
      }
    },
  });
}
