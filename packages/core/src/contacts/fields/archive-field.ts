import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { type ContactField, fieldColumns } from './field.ts';

const archive = sql(
  'contacts/archive-field',
  `update contact_fields set archived_at = case when $2 then coalesce(archived_at, $3) end where id = $1 returning ${fieldColumns}`,
);

/** Put away or brought back; what contacts hold of it stays either way. */
export async function archiveField(tx: Tx, ctx: WorkspaceCtx, id: string, archived: boolean): Promise<ContactField> {
  const field = await tx.one<ContactField>(archive, [id, archived, ctx.clock.now()]);
  if (field === undefined) throw new Fault('not_found', 'there is no such field');
  await record(tx, ctx, [{ type: archived ? 'field.archived' : 'field.restored', data: { fieldId: id } }]);
  return field;
}
