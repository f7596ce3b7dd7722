import { type Db, sql, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
import type { From } from './from.ts';
import { type AccessAction, type AccessRow, insertOnce } from './insert.ts';
import { later } from './later.ts';

/** Personal data that somebody was shown. */
export interface Shown {
  readonly action: AccessAction & `read.${string}`;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
}

const WINDOW_MS = 5 * 60_000;
/** Looked at all day long: the first time of each five minutes is written, and not counted on. */
const uncounted = new Set<string>(['read.inbox']);
const MOST_REMEMBERED = 20_000;
const remembered = new WeakMap<Db, Set<string>>();

function isNew({ db }: WorkspaceCtx, { action, onceKey = '' }: AccessRow): boolean {
  if (!uncounted.has(action)) return true;
  const seen = remembered.get(db) ?? new Set<string>();
  remembered.set(db, seen);
  if (seen.has(onceKey)) return false;
  if (seen.size >= MOST_REMEMBERED) seen.clear();
  seen.add(onceKey);
  return true;
}

const write = sql('access/log-reads', insertOnce.text);

/** Once for each person, thing and five minutes, and how often; written when the answer has left. */
export function logReads(ctx: WorkspaceCtx, shown: readonly Shown[], from: From): void {
  if (shown.length === 0) return;
  const { actor } = ctx;
  const at = ctx.clock.now();
  const window = Math.floor(at.getTime() / WINDOW_MS);
  const rows = shown.map(
    (one): AccessRow => ({
      ...one,
      ...from,
      workspaceId: ctx.workspaceId,
      id: ctx.ids.uuid(),
      at,
      memberId: actor.kind === 'person' ? actor.id : undefined,
      apiKeyId: actor.kind === 'api_key' ? actor.id : undefined,
      onceKey: [ctx.workspaceId, actor.kind, actor.id, one.action, one.subjectId ?? '', window].join(':'),
    }),
  );
  const fresh = rows.filter((row) => isNew(ctx, row));
  if (fresh.length === 0) return;
  later(ctx, 'read.*', () => workspaceStatement(ctx, write, [JSON.stringify(fresh)]));
}
