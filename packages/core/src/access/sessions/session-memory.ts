import type { Db, DbCtx } from '@balcao/db';

/** Told the id of each session that ends, or '' when some may have ended unheard. */
export const SESSIONS_ENDED = 'balcao_sessions';

export interface Remembered {
  readonly sessionId: string;
  readonly personId: string;
  readonly expiresAt: Date;
  lastSeenAt: Date;
}

export interface SessionMemory {
  recall(hash: Buffer, now: Date): Remembered | undefined;
  /** Taken before a look at the database; what it keeps is dropped when a session ended meanwhile. */
  keeper(): (hash: Buffer, found: Remembered, now: Date) => void;
  forget(sessionId: string): void;
}

const KEPT_MS = 5_000;
const MOST = 10_000;
const memories = new WeakMap<Db, Promise<SessionMemory>>();
const forgetful: SessionMemory = { recall: () => undefined, keeper: () => () => undefined, forget: () => undefined };

/** One for each open database. Without ears for what ends, nothing is remembered. */
export async function sessionMemory(ctx: DbCtx): Promise<SessionMemory> {
  const known = memories.get(ctx.db);
  if (known !== undefined) return await known;
  const opening = open(ctx).catch(() => {
    memories.delete(ctx.db);
    return forgetful;
  });
  memories.set(ctx.db, opening);
  return await opening;
}

async function open(ctx: DbCtx): Promise<SessionMemory> {
  const kept = new Map<string, { readonly found: Remembered; readonly until: number }>();
  let ended = 0;
  const forget = (sessionId: string) => {
    ended += 1;
    for (const [hash, { found }] of kept) if (sessionId === '' || found.sessionId === sessionId) kept.delete(hash);
  };
  await ctx.db.listen(SESSIONS_ENDED, forget);
  return {
    forget,
    recall(hash, now) {
      const entry = kept.get(hash.toString('base64'));
      return entry !== undefined && entry.until > now.getTime() ? entry.found : undefined;
    },
    keeper() {
      const before = ended;
      return (hash, found, now) => {
        if (ended !== before) return;
        if (kept.size >= MOST) kept.clear();
        kept.set(hash.toString('base64'), { found, until: now.getTime() + KEPT_MS });
      };
    },
  };
}

/** What this process itself has just ended. */
export function forgetSessions(ctx: DbCtx, sessionIds: readonly string[]): void {
  void memories.get(ctx.db)?.then((memory) => sessionIds.forEach((id) => memory.forget(id)));
}

/** `fn` gets the id of each session that ends anywhere, and '' when some may have been missed: then ask again for all. */
export function onSessionEnded(ctx: DbCtx, fn: (sessionId: string) => void): Promise<() => Promise<void>> {
  return ctx.db.listen(SESSIONS_ENDED, fn);
}
