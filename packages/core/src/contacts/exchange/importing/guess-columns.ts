import { parsePhone } from '@balcao/kernel';
import { foldText } from '../../../search/index.ts';
import type { ContactField } from '../../fields/field.ts';
import { readEmail } from '../../fields/normalise-value.ts';
import type { Line } from '../reading/line.ts';
import type { ColumnTarget } from './import-rows.ts';

const names: readonly (readonly [ColumnTarget['kind'] & ('name' | 'phone' | 'email' | 'tags' | 'note'), RegExp])[] = [
  ['email', /^e-?mail/],
  ['phone', /(telefone|celular|whats|fone|phone|movil|^tel\b|^numero$)/],
  ['name', /^(nome|name|cliente|contato|nombre|razao social)/],
  ['tags', /^(etiqueta|tag)/],
  ['note', /^(obs|nota|note|anotac|comentario)/],
];

/** What each column seems to be: by a field of that name, by its heading, and else by what stands in it. */
export function guessColumns(
  headers: readonly string[],
  sample: readonly Line[],
  fields: readonly ContactField[],
): ColumnTarget[] {
  const taken = new Set<string>();
  return headers.map((header, column) => {
    const guess = guessOne(foldText(header).trim(), column, sample, fields);
    const once = guess.kind === 'field' ? guess.fieldId : guess.kind;
    // Two telephones are two identities; two names are a mistake.
    if (guess.kind === 'ignore' || (taken.has(once) && guess.kind !== 'phone' && guess.kind !== 'email'))
      return { kind: 'ignore' };
    taken.add(once);
    return guess;
  });
}

function guessOne(
  heading: string,
  column: number,
  sample: readonly Line[],
  fields: readonly ContactField[],
): ColumnTarget {
  const field = fields.find((one) => one.archivedAt === null && foldText(one.name) === heading);
  if (field !== undefined) return { kind: 'field', fieldId: field.id };
  const named = names.find(([, pattern]) => pattern.test(heading));
  if (named !== undefined) return { kind: named[0] };
  const values = sample.flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column] ?? ''] : []));
  const most = (test: (value: string) => unknown) =>
    values.length > 0 && values.filter(test).length > values.length * 0.8;
  if (most((value) => readEmail(value))) return { kind: 'email' };
  if (most((value) => /^[\d\s()+.-]{10,20}$/.test(value) && parsePhone(value)?.kind === 'mobile'))
    return { kind: 'phone' };
  return { kind: 'ignore' };
}
