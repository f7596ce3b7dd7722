import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueueMany } from '@balcao/jobs';
import { readSourceJob } from './read-job.ts';

/** A website is asked for a page every second at most, however many were given. */
const PAGE_EVERY_MS = 1_000;

interface Order {
  readonly id: string;
  readonly reading: number;
  readonly url: string | null;
}

/** In the background, once the transaction is committed. */
export async function orderReading(tx: Tx, ctx: WorkspaceCtx, orders: readonly Order[]): Promise<void> {
  const asked = new Map<string, number>();
  const entries = orders.map(({ id, reading, url }) => {
    const lane = url === null ? 'documents' : new URL(url).host.slice(0, 250);
    const place = asked.get(lane) ?? 0;
    asked.set(lane, place + 1);
    const payload = { workspaceId: ctx.workspaceId, sourceId: id, reading, lane };
    const dedupeKey = `${id} ${reading}`;
    if (url === null || place === 0) return { payload, dedupeKey };
    return { payload, dedupeKey, runAt: new Date(ctx.clock.now().getTime() + place * PAGE_EVERY_MS) };
  });
  await enqueueMany(tx, ctx, readSourceJob, entries, { workspaceId: ctx.workspaceId });
}
