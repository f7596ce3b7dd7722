import type { Tx, WorkspaceCtx } from '@balcao/db';
import { threadAfter, threadBefore, threadByIds } from './rows.ts';
import type { ThreadPlace, ThreadRow } from './types.ts';

export interface ThreadPage {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly around?: string | undefined;
  readonly limit: number;
}

export interface Thread {
  /** Newest first. */
  readonly messages: readonly ThreadRow[];
  readonly older: boolean;
  readonly newer: boolean;
}

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** A page of a conversation with all that the screen shows. One more than asked is read, to know whether it goes on. */
export async function readThread(ctx: WorkspaceCtx, tx: Tx, place: ThreadPlace, page: ThreadPage): Promise<Thread> {
  const ids = [place.id, ...place.joined];
  const read = (statement: typeof threadBefore, bound: string, limit: number) =>
    tx.rows<ThreadRow>(statement, [ctx.workspaceId, ids, bound, limit + 1, place.channelId]);
  const { limit } = page;
  if (page.after !== undefined) {
    const rows = await read(threadAfter, page.after, limit);
    return { messages: rows.slice(-limit), older: true, newer: rows.length > limit };
  }
  if (page.around === undefined) {
    const rows = await read(threadBefore, page.before ?? NEWEST, limit);
    return { messages: rows.slice(0, limit), older: rows.length > limit, newer: page.before !== undefined };
  }
  const half = Math.max(1, Math.floor(limit / 2));
  const [after, upTo] = await Promise.all([
    read(threadAfter, page.around, half),
    read(threadBefore, following(page.around), Math.max(1, limit - half)),
  ]);
  const messages = [...after.slice(-half), ...upTo.slice(0, Math.max(1, limit - half))];
  return { messages, older: upTo.length > Math.max(1, limit - half), newer: after.length > half };
}

/** The id right after this one: what is before it includes it. */
function following(id: string): string {
  const next = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Some messages as a thread shows them: for those who are told of changes. */
export function readMessages(ctx: WorkspaceCtx, tx: Tx, ids: readonly string[]): Promise<ThreadRow[]> {
  return tx.rows<ThreadRow>(threadByIds, [ctx.workspaceId, ids]);
}
