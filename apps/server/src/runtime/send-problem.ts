import { chooseLanguage, problemContentType } from '@balcao/contract';
import { type Ctx, Fault, toFault, toProblem } from '@balcao/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Every error over HTTP, in the language of whoever asks. */
export function sendProblem(
  ctx: Pick<Ctx, 'log'>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const fault = faultOf(error);
  if (fault.code === 'internal')
    ctx.log.error(
      { err: error, requestId: request.id, route: request.routeOptions.url },
      'a request failed on our side',
    );
  const problem = toProblem(fault, chooseLanguage(request.headers['accept-language']));
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  // What is left of a file that was refused half way would be taken for the next request of the connection.
  if (!request.raw.complete) reply.header('connection', 'close');
  if (fault.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="balcao"');
  return reply.code(problem.status).type(problemContentType).send(JSON.stringify(problem));
}

/** What Fastify itself refuses (a body too large, JSON that is none, another content type) in the house's codes. */
function faultOf(error: unknown): Fault {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (error instanceof Fault || typeof status !== 'number' || status >= 500) return toFault(error);
  if (status === 413) return new Fault('too_large', 'the body is larger than is taken here');
  if (status === 415) return new Fault('invalid_input', 'the body must be application/json');
  return new Fault('invalid_input', 'the request cannot be read');
}
