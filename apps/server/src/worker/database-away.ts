import type { DbCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';

const AWAY_MS = 250;
const SAID_ONCE_IN_MS = 10_000;
let saidAt = Number.NEGATIVE_INFINITY;

/** PostgreSQL's word for a statement that it stopped because it took too long. */
const STOPPED = '57014';

/** Nothing is wrong with the work: the database, or the way to it, is. Work that takes too long every time would wait for ever. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Fault) || error.code !== 'unavailable') return false;
  return !(error.cause instanceof Error && 'code' in error.cause && error.cause.code === STOPPED);
}

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
