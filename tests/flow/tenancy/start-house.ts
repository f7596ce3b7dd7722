import { openStorage } from '@balcao/core/media';
import type { DbCtx } from '@balcao/db';
import { startHeartbeat } from '@balcao/jobs';
import { type HttpClient, HttpError } from '@balcao/kernel';
import { testConfig, testCtx } from '@balcao/testkit';
import { openChannelDirectory } from '../../../apps/server/src/runtime/channel-directory.ts';
import { createHttp } from '../../../apps/server/src/runtime/create-http.ts';
import { createConveyor, startJobs } from '../../../apps/server/src/worker/index.ts';

export interface House {
  readonly ctx: DbCtx;
  readonly url: string;
  /** The workers of jobs, which stand still until now. */
  startWork(): Promise<void>;
  close(): Promise<void>;
}

/** Nobody outside is asked anything, whatever address an operation is given. */
const noWayOut: HttpClient = {
  request: () => Promise.reject(new HttpError('connect', 'refused', 'there is no way out of this test')),
  stream: () => Promise.reject(new HttpError('connect', 'refused', 'there is no way out of this test')),
  close: () => Promise.resolve(),
};

/** The program in this process, so that its SQL can be tampered with. No provider answers it. */
export async function startHouse(): Promise<House> {
  const config = testConfig({ PORT: '0', GRAPH_API_BASE_URL: 'http://127.0.0.1:9/v26.0' });
  const ctx = await testCtx({ config, http: noWayOut });
  const directory = await openChannelDirectory(ctx);
  const storage = await openStorage(ctx);
  const nothing = () => undefined;
  const parts = { directory, storage, demo: undefined, api: true, stored: nothing, queued: nothing };
  const http = await createHttp(ctx, parts);
  const closings: (() => Promise<unknown>)[] = [directory.close, http.close];
  return {
    ctx,
    url: http.address,
    async startWork() {
      const heartbeat = await startHeartbeat(ctx);
      const { workerId, live: liveWorkers } = heartbeat;
      const conveyor = createConveyor(ctx, { directory, workerId, liveWorkers, storage });
      const stopJobs = await startJobs(ctx, { directory, conveyor, heartbeat, storage, graceMs: 1_000 });
      closings.push(heartbeat.stop, () => conveyor.stop(1_000), stopJobs);
    },
    async close() {
      for (const close of closings.reverse()) await close();
    },
  };
}
