import { onRecorded } from '@balcao/core/ledger';
import { followNews } from '@balcao/core/push';
import type { DbCtx } from '@balcao/db';
import { createPump } from '@balcao/kernel';

/** What this process wrote is looked at soon; what others wrote, within this. */
const LOOK_EVERY_MS = 2_000;
const GATHER_MS = 300;

/** Follows the ledger for those who want to be notified. Resolves to the way to stop. */
export function notifyPeople(ctx: DbCtx): () => Promise<void> {
  let soon: NodeJS.Timeout | undefined;
  const pump = createPump(
    () => followNews(ctx),
    (error) => ctx.log.debug({ err: error }, 'nobody could be notified; it is tried again'),
  );
  const timer = setInterval(() => pump.wake(), LOOK_EVERY_MS);
  timer.unref();
  const unhear = onRecorded(ctx.db, () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      pump.wake();
    }, GATHER_MS);
  });
  return async () => {
    unhear();
    clearInterval(timer);
    clearTimeout(soon);
    await pump.idle();
  };
}
