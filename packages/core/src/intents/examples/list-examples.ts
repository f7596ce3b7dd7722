import type { Tx, WorkspaceCtx } from '@balcao/db';
import { findIntent } from '../own/find-intent.ts';
import { listExamples as list } from '../rows.ts';
import { readStartingSet } from '../starting-set/read-starting-set.ts';
import type { OwnExample } from '../types.ts';

export interface ListedExample extends Omit<OwnExample, 'id' | 'source' | 'createdAt'> {
  readonly id: string | null;
  readonly source: OwnExample['source'] | 'starting';
  readonly createdAt: Date | null;
}

export interface ExamplePage {
  readonly examples: readonly ListedExample[];
  readonly next: string | null;
}

const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** A page that begins among those of the starting set. */
const STARTING = 'starting:';

/** The own ones, newest first, then those that came with the program. */
export async function listExamples(
  ctx: WorkspaceCtx,
  tx: Tx,
  key: string,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<ExamplePage> {
  await findIntent(ctx, tx, key);
  const { before = NEWEST, limit } = page;
  const own = before.startsWith(STARTING)
    ? []
    : await tx.rows<OwnExample>(list, [ctx.workspaceId, key, before, limit + 1]);
  if (own.length > limit) return { examples: own.slice(0, limit), next: own[limit - 1]?.id ?? null };
  const from = before.startsWith(STARTING) ? Number.parseInt(before.slice(STARTING.length), 10) || 0 : 0;
  const starting = readStartingSet().filter(({ intent }) => intent === key);
  const room = limit - own.length;
  const shown = starting.slice(from, from + room).map(({ text }) => ({
    id: null,
    key,
    text,
    source: 'starting' as const,
    messageId: null,
    createdAt: null,
  }));
  const upTo = from + shown.length;
  return { examples: [...own, ...shown], next: upTo < starting.length ? `${STARTING}${upTo}` : null };
}
