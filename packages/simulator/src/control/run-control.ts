import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ControlProblem } from '../customers/control-problem.ts';

/** The control side is for pages of the same place only: a page elsewhere must not drive it through a browser. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || origin === undefined) return;
  let originHost: string | undefined;
  try {
    originHost = new URL(origin).host;
  } catch {
    originHost = undefined;
  }
  if (originHost !== host) throw new ControlProblem(403, 'Requests from pages of another origin are refused');
}

export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new ControlProblem(400, z.prettifyError(parsed.error));
}

export function answerControlError(error: unknown, reply: FastifyReply): FastifyReply {
  const status =
    error instanceof ControlProblem ? error.status : ((error as { statusCode?: number }).statusCode ?? 500);
  return reply.code(status).send({ error: error instanceof Error ? error.message : String(error) });
}
