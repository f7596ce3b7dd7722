import { finishOidc } from '@balcao/core/access';
import type { DbCtx } from '@balcao/db';
import { deriveCtx, Fault } from '@balcao/kernel';
import type { FastifyInstance } from 'fastify';
import { deviceOf } from './device-of.ts';
import { cookiesOf } from './session-cookie.ts';

interface Query {
  readonly code?: unknown;
  readonly state?: unknown;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 4_096 ? value : undefined;

/** Where single sign-on sends the browser back to: signed in on the first page, or back at the door with why not. */
export function oidcRoutes(app: FastifyInstance, base: DbCtx): void {
  app.get<{ Querystring: Query }>('/api/oidc/callback', async (request, reply) => {
    const ctx = deriveCtx(base, { requestId: request.id });
    const cookies = cookiesOf(ctx, request, reply);
    const answer = { code: textOf(request.query.code), state: textOf(request.query.state) };
    const from = { address: request.ip, device: deviceOf(request) };
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    try {
      const { token, expiresAt } = await finishOidc(ctx, cookies.read('challenge'), answer, from);
      cookies.write('session', token, expiresAt);
      cookies.clear('challenge');
      return reply.redirect('/');
    } catch (error) {
      cookies.clear('challenge');
      if (!(error instanceof Fault) || error.code === 'internal') throw error;
      ctx.log.warn({ err: error }, 'a single sign-on did not get in');
      return reply.redirect(`/sign-in?problem=${error.code}`);
    }
  });
}
