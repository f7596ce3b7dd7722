import { conveyorStatement, type DbCtx, withConveyor } from '@balcao/db';
import { hostIdentity, processStart } from './process-identity.ts';
import { beat, neighbours, removeWorkers, selectLive } from './rows.ts';

const BEAT_MS = 2_000;
export const DEAD_AFTER_MS = 7_000;

/** Being alive is a fact of real processes: it is kept by real timers and the database's clock, whatever `ctx.clock` says. */
export interface Heartbeat {
  /** What claims are signed with. */
  readonly workerId: string;
  /** False while silence proves nothing: just started, or the database was away and others could not be heard either. */
  steady(): boolean;
  /** A claim of anybody who is not in this list is free. */
  live(): Promise<string[]>;
  /** Our claims are free at once. */
  stop(): Promise<void>;
}

export async function startHeartbeat(ctx: DbCtx, options: { readonly role?: string } = {}): Promise<Heartbeat> {
  const workerId = ctx.ids.uuid();
  const host = hostIdentity();
  const row = [workerId, host, process.pid, processStart(process.pid) ?? 'unknown', options.role ?? ctx.config.role];
  await removeDeadNeighbours(ctx, host);
  await conveyorStatement(ctx, beat, row);

  let lastBeat = performance.now();
  let steadyFrom = lastBeat + DEAD_AFTER_MS;
  let stopped = false;
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(once);
  }, BEAT_MS);
  timer.unref();

  async function once(): Promise<void> {
    if (stopped) return;
    try {
      await conveyorStatement(ctx, beat, row);
      const now = performance.now();
      if (now - lastBeat > DEAD_AFTER_MS - BEAT_MS) steadyFrom = now + DEAD_AFTER_MS;
      lastBeat = now;
    } catch (error) {
      ctx.log.warn({ err: error, workerId }, 'The heartbeat of this worker could not be written.');
    }
  }

  const steady = () => {
    const now = performance.now();
    return now >= steadyFrom && now - lastBeat <= DEAD_AFTER_MS - BEAT_MS;
  };
  return {
    workerId,
    steady,
    live: async () =>
      (await conveyorStatement<{ id: string }>(ctx, selectLive, [steady(), DEAD_AFTER_MS])).map(({ id }) => id),
    async stop() {
      if (stopped) return;
      stopped = true;
      clearInterval(timer);
      await beating;
      await conveyorStatement(ctx, removeWorkers, [[workerId]]);
    },
  };
}

/** After a crash and a restart on the same machine nobody needs to wait: a pid that is gone, or is somebody else's now, is dead. */
async function removeDeadNeighbours(ctx: DbCtx, host: string): Promise<void> {
  await withConveyor(ctx, async (tx) => {
    const rows = await tx.rows<{ id: string; pid: number; pidStart: string }>(neighbours, [host]);
    const dead = rows.filter(({ pid, pidStart }) => processStart(pid) !== pidStart).map(({ id }) => id);
    if (dead.length > 0) await tx.run(removeWorkers, [dead]);
  });
}
