import type { Db, DbCtx } from '@balcao/db';
import { backoff } from '@balcao/kernel';

/** What is written once the answer has left: a person waits for nothing, and nothing says by its time who exists. */
const underWay = new WeakMap<Db, Set<Promise<void>>>();
const TRIES = 8;

/** Tried again while the database is away, for some minutes; what is lost then stands in the program's own log. */
export function later(ctx: DbCtx, what: string, write: () => Promise<unknown>): void {
  const waiting = underWay.get(ctx.db) ?? new Set();
  underWay.set(ctx.db, waiting);
  const done = tryOften(ctx, what, write).finally(() => waiting.delete(done));
  waiting.add(done);
}

async function tryOften(ctx: DbCtx, what: string, write: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt >= TRIES) {
        ctx.log.error({ err: error, what }, 'the access log could not be written: an entry is lost');
        return;
      }
      await ctx.clock.sleep(backoff(attempt, { baseMs: 200, maxMs: 60_000 }, ctx.random));
    }
  }
}

/** Before the database closes; while it is away nobody waits for it longer than this. */
export async function settleLater(ctx: DbCtx, withinMs: number): Promise<void> {
  const waiting = underWay.get(ctx.db);
  if (waiting === undefined || waiting.size === 0) return;
  const late = new AbortController();
  await Promise.race([Promise.all(waiting), ctx.clock.sleep(withinMs, late.signal)]);
  late.abort();
  if (waiting.size > 0)
    ctx.log.error({ count: waiting.size }, 'the program ends with entries of the access log unwritten');
}
