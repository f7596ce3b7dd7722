import type { DbCtx } from '@balcao/db';
import { createPump, type Pump } from '@balcao/kernel';
import { isAway } from './database-away.ts';

const EVERY_MS = 1_000;

export interface Sweeper {
  wake(): void;
  stop(): Promise<void>;
}

/** Sweeps every second, and at once when woken. While the database is away it waits without a line of log per second. */
export function startSweeper(ctx: DbCtx, sweep: () => Promise<void>): Sweeper {
  let away = false;
  const pump: Pump = createPump(
    async () => {
      await sweep();
      away = false;
      return false;
    },
    (error) => {
      if (!isAway(error)) ctx.log.error({ err: error }, 'the sweeper stumbled');
      else if (!away) ctx.log.warn({ err: error }, 'the database is away; the sweeper waits');
      away = isAway(error);
    },
  );
  const timer = setInterval(pump.wake, EVERY_MS);
  pump.wake();
  return {
    wake: pump.wake,
    async stop() {
      clearInterval(timer);
      await pump.idle();
    },
  };
}
