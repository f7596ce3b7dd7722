import type { Tx, WorkspaceCtx } from '@balcao/db';
import { enqueue } from '@balcao/jobs';
import { Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import { checkTags } from '../../keeping/set-tags.ts';
import { importJob } from '../exchange-jobs.ts';
import { forgetParts } from '../parts/part-writer.ts';
import { beginOne, type ContactImport, endOne, getOne, type ImportPlan, listSome, readErrors } from './import-rows.ts';
import type { LineProblem } from './read-line.ts';

export async function getImport(tx: Tx, importId: string): Promise<ContactImport> {
  const found = await tx.one<ContactImport>(getOne, [importId]);
  if (found === undefined) throw new Fault('not_found', 'there is no such import');
  return found;
}

export const listImports = (tx: Tx, page: { readonly before?: string | undefined; readonly limit: number }) =>
  tx.rows<ContactImport>(listSome, [page.before ?? null, page.limit]);

/** From here on it runs in the background; a second time is refused. */
export async function beginImport(
  tx: Tx,
  ctx: WorkspaceCtx,
  importId: string,
  plan: ImportPlan,
): Promise<ContactImport> {
  if (!plan.mapping.some(({ to }) => to.kind === 'phone' || to.kind === 'email'))
    throw new Fault('invalid_input', 'a column must be the phone or the e-mail', {
      issues: [{ path: 'mapping', problem: 'names neither a phone nor an e-mail' }],
    });
  const tagIds = await checkTags(tx, plan.tagIds);
  await getImport(tx, importId);
  const begun = await tx.one<ContactImport>(beginOne, [importId, JSON.stringify({ ...plan, tagIds }), ctx.clock.now()]);
  if (begun === undefined) throw new Fault('conflict', 'this import has begun already, or is over');
  const payload = { workspaceId: ctx.workspaceId, importId };
  await enqueue(tx, ctx, importJob, payload, { workspaceId: ctx.workspaceId });
  await record(tx, ctx, [{ type: 'import.started', data: { importId, total: begun.total } }]);
  return begun;
}

/** What it brought in stays; the worker stops at its next chunk. */
export async function cancelImport(tx: Tx, ctx: WorkspaceCtx, importId: string): Promise<boolean> {
  await getImport(tx, importId);
  if ((await tx.one(endOne, [importId, 'cancelled', null, ctx.clock.now()])) === undefined) return false;
  await record(tx, ctx, [{ type: 'import.cancelled', data: { importId } }]);
  tx.after(() => void forgetParts(ctx, [importId]).catch(() => undefined)); // the house is swept of what is left
  return true;
}

export async function readImportErrors(
  tx: Tx,
  importId: string,
  { after = 0, limit }: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ errors: LineProblem[]; next: number | null }> {
  const rows = await tx.rows<LineProblem & { n: number }>(readErrors, [importId, after, limit]);
  const errors = rows.map(({ n: _n, ...problem }) => problem);
  return { errors, next: rows.length < limit ? null : (rows.at(-1)?.n ?? null) };
}
