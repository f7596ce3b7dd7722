import { conveyorStatement, type DbCtx, sql } from '@balcao/db';
import { createPump } from '@balcao/kernel';

const CHANNEL = 'balcao_work';
const notify = sql('worker/tell-of-work', `select pg_notify('${CHANNEL}', '')`);

/** A process that serves but does not work tells the workers that rows are waiting. Many in a moment are one notification. */
export function tellOfWork(ctx: DbCtx): () => void {
  const pump = createPump(
    async () => {
      await conveyorStatement(ctx, notify);
      return false;
    },
    () => undefined, // the workers sweep every second anyway
  );
  return pump.wake;
}

export function listenForWork(ctx: DbCtx, wake: () => void): Promise<() => Promise<void>> {
  return ctx.db.listen(CHANNEL, wake);
}
