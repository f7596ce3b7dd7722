import { openWelcome, settleLater } from '@balcao/core/access';
import { openStorage } from '@balcao/core/media';
import { type Db, type DbCtx, migrate, openDb } from '@balcao/db';
import { announceJobs, startHeartbeat } from '@balcao/jobs';
import { type Config, type Ctx, closeCtx, createCtx } from '@balcao/kernel';
import { openDemo } from '../demo/index.ts';
import { createConveyor, listenForWork, notifyPeople, startJobs, startSweeper, tellOfWork } from '../worker/index.ts';
import { openChannelDirectory } from './channel-directory.ts';
import { createHttp } from './create-http.ts';

export interface Program {
  readonly ctx: DbCtx;
  /** Where people open it; the first time, the one-time link of the first owner. */
  readonly address: string;
  /** The demo's customer. */
  readonly phone: string | undefined;
  stop(): Promise<void>;
}

/** What is under way may take this long when the program is asked to stop; after it the rows say where to go on. */
const GRACE_MS = 6_000;

type Closing = () => Promise<unknown> | void;

/** Starts the parts that the role asks for, from the ground up. What was started is stopped again when a later part fails. */
export async function startProgram(config: Config): Promise<Program> {
  const base = createCtx(config);
  const closings: Closing[] = [() => closeCtx(base)];
  const stop = async () => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    return { ...(await startParts(base, closings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(base: Ctx, closings: Closing[]): Promise<Omit<Program, 'stop'>> {
  const ctx = await openDatabase(base, closings);
  const { role } = ctx.config;
  const works = role !== 'api';
  const storage = await openStorage(ctx);
  const directory = await openChannelDirectory(ctx);
  closings.push(directory.close);

  const heartbeat = works ? await startHeartbeat(ctx) : undefined;
  // Without hands of its own, a process tells the others what it enqueued.
  closings.push(heartbeat ? heartbeat.stop : announceJobs(ctx));
  const conveyor = heartbeat
    ? createConveyor(ctx, { directory, workerId: heartbeat.workerId, liveWorkers: heartbeat.live, storage })
    : undefined;
  if (conveyor) closings.push(() => conveyor.stop(GRACE_MS));
  if (conveyor && heartbeat) {
    const stopJobs = await startJobs(ctx, { directory, conveyor, heartbeat, storage, graceMs: GRACE_MS });
    closings.push(() => Promise.all([stopJobs(), conveyor.stop(GRACE_MS)]));
    closings.push(notifyPeople(ctx));
    const sweeper = startSweeper(ctx, conveyor.sweep);
    closings.push(sweeper.stop);
    const { wakeChannel, fetch } = conveyor;
    closings.push(await listenForWork(ctx, { receipts: wakeChannel, message: fetch, anything: sweeper.wake }));
  }

  const demo = ctx.config.demo && role === 'all' ? await openDemo(ctx) : undefined;
  if (demo) closings.push(demo.stop);
  await directory.refresh();
  const teller = tellOfWork(ctx, (channelId) => directory.byId(channelId)?.workspaceId);
  // Between the last request and the end of the database: what is still to be told of who read what.
  closings.push(() => settleLater(ctx, GRACE_MS));
  const http = await createHttp(ctx, {
    directory,
    demo,
    storage,
    api: role !== 'worker',
    stored: conveyor ? conveyor.receiptStored : teller.stored,
    queued: conveyor ? conveyor.offer : teller.queued,
  });
  closings.push(http.close);
  const welcome = role === 'worker' ? undefined : await openWelcome(ctx);
  return {
    ctx,
    address: welcome === undefined ? `${http.address}/` : `${http.address}/welcome?token=${welcome}`,
    phone: demo && `${http.address}${demo.path}`,
  };
}

async function openDatabase(base: Ctx, closings: Closing[]): Promise<DbCtx> {
  const db: Db = await openDb(base.config, base, { mode: 'own', program: `balcao ${base.config.role}` });
  closings.push(() => db.close());
  await migrate(db);
  return { ...base, db };
}
