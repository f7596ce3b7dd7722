import { sql, type WorkspaceCtx, workspaceStatement } from '@balcao/db';
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
      onceKey: [actor.kind, actor.id, one.action, one.subjectId ?? '', window].join(':'),
    }),
  );
  later(ctx, 'read.*', () => workspaceStatement(ctx, write, [JSON.stringify(rows)]));
}
