import type { DbCtx } from '@balcao/db';
import { type Identity, stillGood } from './identify.ts';
import type { RealtimeServer, RealtimeSocket } from './realtime-socket.ts';

/** Told by whoever ends sessions, with the id of the session, person or member. */
export const SESSIONS_CHANGED = 'balcao_sessions';
const LOOK_EVERY_MS = 30_000;
const AT_ONCE = 16;

export function signOut(socket: RealtimeSocket): void {
  socket.emit('signed_out');
  socket.disconnect(true);
}

/** Sockets of a session that ended, or of a key that was revoked, are closed: at once when it is told, at the latest when it expires. */
export async function watchSessions(ctx: DbCtx, io: RealtimeServer): Promise<() => Promise<void>> {
  async function check(concerned: (identity: Identity) => boolean): Promise<void> {
    const sockets = [...io.sockets.sockets.values()].filter(({ data }) => concerned(data.identity));
    for (let from = 0; from < sockets.length; from += AT_ONCE)
      await Promise.all(
        sockets.slice(from, from + AT_ONCE).map(async (socket) => {
          if (!(await stillGood(ctx, socket.data.identity))) signOut(socket);
        }),
      );
  }
  const run = (concerned: (identity: Identity) => boolean) =>
    check(concerned).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'the sessions of the sockets could not be checked; it is tried again');
    });

  // '' comes after a lost connection: something may have been missed.
  const unlisten = await ctx.db.listen(SESSIONS_CHANGED, (word) => {
    void run((it) => {
      if (word === '') return true;
      return it.kind === 'session' && (word.includes(it.sessionId) || word.includes(it.personId));
    });
  });
  const timer = setInterval(() => {
    const now = ctx.clock.now();
    void run((it) => it.kind === 'api_key' || it.expiresAt <= now);
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await unlisten();
  };
}
