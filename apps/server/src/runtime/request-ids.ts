import type { IncomingMessage } from 'node:http';
import type { Ctx } from '@balcao/kernel';
import type { FastifyInstance } from 'fastify';

export const REQUEST_ID = 'x-request-id';

/** A proxy's id is taken over when it is one; anything else could be written into our logs by whoever asks. */
const plain = /^[\w-]{8,64}$/;

/** One id per request: given by the proxy in front or made here, on every log line of the request and in its answer. */
export function requestIds(ctx: Pick<Ctx, 'ids'>) {
  return {
    genReqId(request: Pick<IncomingMessage, 'headers'>): string {
      const given = request.headers[REQUEST_ID];
      return typeof given === 'string' && plain.test(given) ? given : ctx.ids.uuid();
    },
    tell(app: FastifyInstance): void {
      app.addHook('onRequest', (request, reply, done) => {
        reply.header(REQUEST_ID, request.id);
        done();
      });
    },
  };
}
