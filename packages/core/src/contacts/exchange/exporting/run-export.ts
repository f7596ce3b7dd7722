import { type DbCtx, inWorkspace, type WorkspaceCtx, withWorkspace, workspaceStatement } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../../ledger/index.ts';
import type { ContactField } from '../../fields/field.ts';
import { listFields } from '../../fields/list-fields.ts';
import { type ContactInList, listContacts } from '../../listing/list-contacts.ts';
import { actorOf } from '../importing/run-import.ts';
import { createPartWriter, forgetParts, type PartWriter } from '../parts/part-writer.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv-text.ts';
import { headings, tagNames, valuesOf } from './export-columns.ts';
import { beginExportRow, type ContactExport, endExport, moveExport } from './export-rows.ts';
import { createXlsxWriter } from './write-xlsx.ts';

const AT_ONCE = 1_000;
const KEPT_MS = 24 * 3_600_000;
/** A sheet has 1,048,576 rows. */
const MOST_IN_SHEET = 1_048_000;

/** Writes the file from its beginning; a page of contacts and a part of the file are in memory. False when it was stopped. */
export async function runExport(base: DbCtx, workspaceId: string, id: string, signal: AbortSignal): Promise<boolean> {
  const plain = inWorkspace(base, workspaceId);
  const [begun] = await workspaceStatement<ContactExport>(plain, beginExportRow, [id]);
  if (begun === undefined) return true;
  const ctx = { ...plain, actor: actorOf(begun) };
  await forgetParts(ctx, [id]);
  const writer = createPartWriter(ctx, id);
  try {
    const done = await writeAll(ctx, begun, writer, signal);
    if (done === 'aborted') return false;
    if (done === 'cancelled') await forgetParts(ctx, [id]);
    else await finish(ctx, begun, writer.size, done);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'over_limit') throw error;
    const now = ctx.clock.now();
    await workspaceStatement(ctx, endExport, [id, 'failed', error.code, null, now, null, null]);
    await forgetParts(ctx, [id]);
  }
  return true;
}

async function writeAll(
  ctx: WorkspaceCtx,
  { id, format, filters }: ContactExport,
  writer: PartWriter,
  signal: AbortSignal,
): Promise<number | 'aborted' | 'cancelled'> {
  const { fields, tags } = await withWorkspace(ctx, async (tx) => {
    const all = await listFields(tx);
    return { fields: all.filter((field) => field.archivedAt === null), tags: await tagNames(tx) };
  });
  const file = await openFile(format, writer, fields);
  let after: string | undefined;
  let done = 0;
  do {
    const page: { contacts: ContactInList[]; next: string | null } = await withWorkspace(ctx, (tx) =>
      listContacts(tx, filters, { order: 'recent', after, limit: AT_ONCE }),
    );
    for (const contact of page.contacts) await file.row(valuesOf(contact, fields, tags));
    done += page.contacts.length;
    if (format === 'xlsx' && done > MOST_IN_SHEET)
      throw new Fault('over_limit', 'a sheet cannot hold so many contacts');
    if ((await workspaceStatement(ctx, moveExport, [id, done])).length === 0) return 'cancelled';
    if (signal.aborted) return 'aborted';
    after = page.next ?? undefined;
  } while (after !== undefined);
  await file.end();
  await writer.end();
  return done;
}

async function openFile(format: 'csv' | 'xlsx', writer: PartWriter, fields: readonly ContactField[]) {
  if (format === 'xlsx') {
    const sheet = await createXlsxWriter((bytes) => writer.write(bytes));
    await sheet.row(headings(fields));
    return sheet;
  }
  await writer.write(Buffer.from(BYTE_ORDER_MARK + csvLine(headings(fields))));
  return { row: (cells: readonly string[]) => writer.write(Buffer.from(csvLine(cells))), end: async () => undefined };
}

async function finish(ctx: WorkspaceCtx, { id }: ContactExport, size: number, done: number): Promise<void> {
  const kept = await withWorkspace(ctx, async (tx) => {
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + KEPT_MS);
    if ((await tx.one(endExport, [id, 'done', null, size, now, until, done])) === undefined) return false;
    await record(tx, ctx, [{ type: 'export.finished', data: { exportId: id, contacts: done } }]);
    return true;
  });
  if (!kept) await forgetParts(ctx, [id]);
}
