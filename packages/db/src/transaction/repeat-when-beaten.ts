import { Fault } from '@balcao/kernel';
import type { DbCtx } from '../ctx.ts';
import { isWorthRepeating } from './fault-from-postgres.ts';

const REPEATS = 3;

/** A transaction that lost a race (deadlock, serialization) is run again, after a wait that differs for each loser. */
export async function repeatWhenBeaten<T>(ctx: DbCtx, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried >= REPEATS || !(error instanceof Fault) || !isWorthRepeating(error.cause)) throw error;
      await ctx.clock.sleep(5 * 2 ** tried + ctx.random() * 20);
    }
  }
}
