import { conveyorStatement, type DbCtx } from '@balcao/db';
import { onRing } from './bell.ts';
import { notifyOthers } from './rows.ts';

/** For a process that enqueues and has no runner: tells the others after each commit, one NOTIFY at a time however many there are. */
export function announceJobs(ctx: DbCtx): () => void {
  let telling = false;
  let again = false;
  async function tell(): Promise<void> {
    telling = true;
    do {
      again = false;
      // Lost: they look by themselves within a second.
      await conveyorStatement(ctx, notifyOthers, ['']).catch(() => undefined);
    } while (again);
    telling = false;
  }
  return onRing(() => {
    if (telling) again = true;
    else void tell();
  });
}
