import { chooseLanguage } from '@balcao/contract';
import { openForServing, type Storage } from '@balcao/core/media';
import type { DbCtx } from '@balcao/db';
import { toFault, toProblem } from '@balcao/kernel';
import type { FastifyInstance } from 'fastify';

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
        const fault = toFault(error);
        if (fault.code === 'internal') ctx.log.error({ err: error }, 'a file could not be served');
        const problem = toProblem(fault, chooseLanguage(request.headers['accept-language']));
        return reply.code(fault.status).type('application/problem+json').send(problem);
      }
    },
  });
}
