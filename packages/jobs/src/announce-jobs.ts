import { conveyorStatement, type DbCtx } from '@balcao/db';
import { onRing } from './bell.ts';
import { LINED, notifyOthers } from './rows.ts';

/** For a process that enqueues and has no runner: tells the others after each commit, one NOTIFY at a time however many there are. */
export function announceJobs(ctx: DbCtx): () => void {
  let telling = false;
  let again = false;
  let lanes = false;
  async function tell(): Promise<void> {
    telling = true;
    do {
      const say = lanes ? LINED : '';
      again = false;
      lanes = false;
      // Lost: they look by themselves within a second.
      await conveyorStatement(ctx, notifyOthers, [say]).catch(() => undefined);
    } while (again);
    telling = false;
  }
  return onRing((lined) => {
    lanes ||= lined;
    if (telling) again = true;
    else void tell();
  });
}
