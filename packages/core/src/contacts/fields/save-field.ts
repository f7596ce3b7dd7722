import { sql, type Tx, type WorkspaceCtx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import { record } from '../../ledger/index.ts';
import { type ContactField, type FieldType, fieldColumns } from './field.ts';

export interface FieldToSave {
  readonly id?: string | undefined;
  readonly name: string;
  readonly type: FieldType;
  readonly options?: readonly string[] | undefined;
  readonly position?: number | undefined;
}

const MOST_FIELDS = 200;

const insert = sql(
  'contacts/add-field',
  `insert into contact_fields (workspace_id, id, name, type, options, position, created_at)
   select $1, $2, $3, $4, $5, coalesce($6, (select count(*)::int from contact_fields)), $7
    where (select count(*) from contact_fields) < $8
   returning ${fieldColumns}`,
);
const update = sql(
  'contacts/change-field',
  `update contact_fields set name = $3, options = $4, position = coalesce($5, position)
    where id = $1 and type = $2 returning ${fieldColumns}`,
);

/** A new field, or another name, order and options of one. What is held under its type stays readable: the type never changes. */
export async function saveField(tx: Tx, ctx: WorkspaceCtx, field: FieldToSave): Promise<ContactField> {
  const options = [...new Set((field.options ?? []).map((option) => option.trim()))];
  if (field.type === 'choice' && options.length === 0)
    throw new Fault('invalid_input', 'a choice needs options', {
      issues: [{ path: 'options', problem: 'a choice needs at least one option' }],
    });
  const { id, name, type, position } = field;
  const saved =
    id === undefined
      ? await tx.one<ContactField>(insert, [
          ...[ctx.workspaceId, ctx.ids.uuid(), name, type, options],
          ...[position ?? null, ctx.clock.now(), MOST_FIELDS],
        ])
      : await tx.one<ContactField>(update, [id, type, name, options, position ?? null]);
  if (saved === undefined)
    throw id === undefined
      ? new Fault('over_limit', `a workspace has at most ${MOST_FIELDS} fields`)
      : new Fault('not_found', 'there is no such field of that type');
  await record(tx, ctx, [{ type: id === undefined ? 'field.created' : 'field.changed', data: { fieldId: saved.id } }]);
  return saved;
}
