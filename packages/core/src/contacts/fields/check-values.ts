import type { Tx } from '@balcao/db';
import { Fault } from '@balcao/kernel';
import type { FieldValues } from '../card.ts';
import { listFields } from './list-fields.ts';
import { normaliseValue } from './normalise-value.ts';

export type FieldChanges = Readonly<Record<string, string | number | boolean | null>>;

export interface CheckedChanges {
  readonly set: FieldValues;
  readonly unset: readonly string[];
}

/** What is asked for in the spelling of each field's type; all that is wrong is told at once. */
export async function checkValues(tx: Tx, changes: FieldChanges | undefined): Promise<CheckedChanges> {
  const asked = Object.entries(changes ?? {});
  if (asked.length === 0) return { set: {}, unset: [] };
  const fields = new Map((await listFields(tx)).map((field) => [field.id, field]));
  const set: Record<string, string | number | boolean> = {};
  const unset: string[] = [];
  const issues: { path: string; problem: string }[] = [];
  for (const [id, given] of asked) {
    const field = fields.get(id);
    if (field === undefined) issues.push({ path: `fields.${id}`, problem: 'there is no such field' });
    else if (given === null || given === '') unset.push(id);
    else if (field.archivedAt !== null) issues.push({ path: `fields.${id}`, problem: 'this field is archived' });
    else {
      const normal = normaliseValue(field, given);
      if ('value' in normal) set[id] = normal.value;
      else issues.push({ path: `fields.${id}`, problem: `${normal.problem}: not a ${field.type}` });
    }
  }
  if (issues.length > 0) throw new Fault('invalid_input', 'a custom field cannot hold that', { issues });
  return { set, unset };
}
