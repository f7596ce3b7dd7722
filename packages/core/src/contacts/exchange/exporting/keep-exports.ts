import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import { type ContactFilter, countContacts } from '../../listing/list-contacts.ts';
import { exportJob } from '../exchange-jobs.ts';
import { signFileLink } from '../parts/file-link.ts';
import { forgetParts } from '../parts/part-writer.ts';
import { type ContactExport, dropExport, getExportRow, insertExport, listExportRows } from './export-rows.ts';

export async function beginExport(
  tx: Tx,
  ctx: WorkspaceCtx,
  { format, filters }: { readonly format: 'csv' | 'xlsx'; readonly filters: ContactFilter },
): Promise<ContactExport> {
  const { count, capped } = await countContacts(tx, filters);
  const id = ctx.ids.uuid();
  const { kind, id: actorId = null } = ctx.actor;
  const params = [ctx.workspaceId, id, format, JSON.stringify(filters), capped ? null : count, kind, actorId];
  const made = await tx.one<ContactExport>(insertExport, [...params, ctx.clock.now()]);
  if (made === undefined) throw new Fault('over_limit', 'five exports are at work already');
  const payload = { workspaceId: ctx.workspaceId, exportId: id };
  await enqueue(tx, ctx, exportJob, payload, { workspaceId: ctx.workspaceId });
  await record(tx, ctx, [{ type: 'export.started', data: { exportId: id, format } }]);
  return made;
}

export async function getExport(
  tx: Tx,
  ctx: WorkspaceCtx,
  exportId: string,
): Promise<{ export: ContactExport; link: { url: string; expiresAt: Date } | null }> {
  const found = await tx.one<ContactExport>(getExportRow, [exportId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such export');
  const kept = found.state === 'done' && found.expiresAt !== null && found.expiresAt > ctx.clock.now();
  if (kept) await record(tx, ctx, [{ type: 'export.linked', data: { exportId } }]);
  return { export: found, link: kept ? signFileLink(ctx, 'export', exportId) : null };
}

export const listExports = (tx: Tx, page: { readonly before?: string | undefined; readonly limit: number }) =>
  tx.rows<ContactExport>(listExportRows, [page.before ?? null, page.limit]);

/** Stops it, or takes its file away. */
export async function cancelExport(tx: Tx, ctx: WorkspaceCtx, exportId: string): Promise<boolean> {
  if ((await tx.one(getExportRow, [exportId])) === undefined) throw new Fault('not_found', 'there is no such export');
  if ((await tx.one(dropExport, [exportId])) === undefined) return false;
  await record(tx, ctx, [{ type: 'export.cancelled', data: { exportId } }]);
  tx.after(() => void forgetParts(ctx, [exportId]).catch(() => undefined)); // the house is swept of what is left
  return true;
}
