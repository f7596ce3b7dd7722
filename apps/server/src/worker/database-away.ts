import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

const AWAY_MS = 250;
const SAID_ONCE_IN_MS = 10_000;
let saidAt = Number.NEGATIVE_INFINITY;

/** Nothing is wrong with the work: the database, or the way to it, is. */
export const isAway = (error: unknown): boolean => error instanceof Fault && error.code === 'unavailable';

/** Answers true: there is something to do again. Said once in a while, not at each try. */
export async function waitForDatabase(ctx: DbCtx, error: unknown): Promise<true> {
  const now = ctx.clock.monotonic();
  if (now - saidAt > SAID_ONCE_IN_MS) {
    saidAt = now;
    ctx.log.warn({ err: error }, 'the database is away; what was under way is tried again');
  }
  await ctx.clock.sleep(AWAY_MS);
  return true;
}
