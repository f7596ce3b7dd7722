import { onRecorded } from '@balcao/core/ledger';
import { createFollower } from '@balcao/core/search';
import type { DbCtx } from '@balcao/db';
import { createPump } from '@balcao/kernel';

/** A message is found within this, about; gathered, so that a busy house indexes many in one transaction. */
const GATHER_MS = 700;

/** Keeps the search a moment behind the ledger. Resolves to the way to stop. */
export function followForSearch(ctx: DbCtx): () => Promise<void> {
  const follower = createFollower(ctx);
  let away = false;
  const pump = createPump(
    async () => {
      const more = await follower.step();
      away = false;
      return more;
    },
    (error) => {
      if (!away) ctx.log.warn({ err: error }, 'the search waits: its follower could not read on');
      away = true;
    },
  );
  let heard = true;
  let quiet = 0;
  const stopHearing = onRecorded(ctx.db, () => {
    heard = true;
  });
  const timer = setInterval(() => {
    // Other processes write too: without a hint it looks every other time.
    if (!heard && ++quiet % 2 !== 0) return;
    heard = false;
    pump.wake();
  }, GATHER_MS);
  return async () => {
    clearInterval(timer);
    stopHearing();
    await pump.idle();
  };
}
