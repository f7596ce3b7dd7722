import type { DbCtx } from '@balcao/db';
import type { FastifyReply, FastifyRequest } from 'fastify';

type CookieName = 'session' | 'challenge';

/** The cookies of ours: `session` is the signed-in browser, `challenge` a sign-in that is half way (second factor, passkey, OIDC). */
export interface Cookies {
  read(name: 'session' | 'challenge'): string | undefined;
  write(name: 'session' | 'challenge', value: string, until: Date): void;
  clear(name: 'session' | 'challenge'): void;
}

const isHttps = ({ config }: DbCtx): boolean => config.publicUrl.startsWith('https:');

/** Under https the browser itself keeps other hosts and paths from setting it. */
const nameOf = (ctx: DbCtx, name: CookieName): string => `${isHttps(ctx) ? '__Host-' : ''}balcao_${name}`;

export function readCookie(ctx: DbCtx, header: string | undefined, name: CookieName): string | undefined {
  const wanted = nameOf(ctx, name);
  for (const pair of (header ?? '').slice(0, 8_192).split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim();
  }
  return undefined;
}

export function cookiesOf(ctx: DbCtx, request: FastifyRequest, reply: FastifyReply): Cookies {
  const flags = `Path=/; HttpOnly; SameSite=Lax${isHttps(ctx) ? '; Secure' : ''}`;
  const set = (name: CookieName, value: string, seconds: number) =>
    reply.header('set-cookie', `${nameOf(ctx, name)}=${value}; Max-Age=${seconds}; ${flags}`);
  return {
    read: (name) => readCookie(ctx, request.headers.cookie, name),
    write: (name, value, until) =>
      void set(name, value, Math.max(0, Math.floor((until.getTime() - ctx.clock.now().getTime()) / 1_000))),
    clear: (name) => void set(name, '', 0),
  };
}
