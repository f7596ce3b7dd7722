import type { FieldValues } from '../../card.ts';
import type { ContactField } from '../../fields/field.ts';
import { normaliseValue } from '../../fields/normalise-value.ts';
import { readIdentity, type TypedIdentity } from '../../keeping/typed-identity.ts';
import type { Line } from '../reading/line.ts';
import type { ImportPlan } from './import-rows.ts';

export interface LineProblem {
  readonly line: number;
  readonly column: string | null;
  readonly problem:
    | 'no_identity'
    | 'bad_phone'
    | 'bad_email'
    | 'bad_value'
    | 'unknown_choice'
    | 'too_long'
    | 'several_people'
    | 'broken_line';
  readonly value: string | null;
}

/** What a line says of one contact. */
export interface Draft {
  readonly line: number;
  readonly name: string | null;
  readonly identities: readonly TypedIdentity[];
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly fields: FieldValues;
}

export type ReadLine = { readonly draft: Draft } | { readonly problems: readonly LineProblem[] };

const LONGEST_NAME = 200;
const LONGEST_NOTE = 10_000;

/** One line by the person's plan. With anything wrong in it nothing of it is brought in: it is put right and sent again. */
export function readLine(
  { line, cells, broken }: Line,
  plan: Pick<ImportPlan, 'mapping'>,
  headers: readonly string[],
  fields: ReadonlyMap<string, ContactField>,
): ReadLine {
  if (broken) return { problems: [{ line, column: null, problem: 'broken_line', value: null }] };
  const problems: LineProblem[] = [];
  const identities = new Map<string, TypedIdentity>();
  const values: Record<string, string | number | boolean> = {};
  const tags = new Set<string>();
  let name: string | null = null;
  let note: string | null = null;
  for (const { column, to } of plan.mapping) {
    const value = (cells[column] ?? '').replaceAll('\0', '').normalize('NFC').trim();
    if (value === '') continue;
    const wrong = (problem: LineProblem['problem']) =>
      problems.push({ line, column: headers[column] ?? null, problem, value: value.slice(0, 200) });
    if (to.kind === 'phone' || to.kind === 'email') {
      const identity = readIdentity(to.kind, value);
      if (identity === undefined) wrong(to.kind === 'phone' ? 'bad_phone' : 'bad_email');
      else identities.set(`${identity.kind} ${identity.key}`, identity);
    } else if (to.kind === 'name') {
      if (value.length > LONGEST_NAME) wrong('too_long');
      else name = value;
    } else if (to.kind === 'note') {
      if (value.length > LONGEST_NOTE) wrong('too_long');
      else note = value;
    } else if (to.kind === 'tags') {
      for (const tag of value.split(/[,;]/)) if (tag.trim() !== '') tags.add(tag.trim().slice(0, 60));
    } else if (to.kind === 'field') {
      const field = fields.get(to.fieldId);
      const normal = field === undefined ? undefined : normaliseValue(field, value);
      if (normal === undefined) continue;
      if ('value' in normal) values[to.fieldId] = normal.value;
      else wrong(normal.problem);
    }
  }
  if (identities.size === 0 && !problems.some(({ problem }) => problem === 'bad_phone' || problem === 'bad_email'))
    problems.push({ line, column: null, problem: 'no_identity', value: name });
  if (problems.length > 0) return { problems };
  return {
    draft: { line, name, identities: [...identities.values()], tags: [...tags].slice(0, 50), note, fields: values },
  };
}
