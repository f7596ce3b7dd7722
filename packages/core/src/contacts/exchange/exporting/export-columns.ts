import { sql, type Tx } from '@balcao/db';
import { formatCnpj, formatCpf, formatPhone } from '@balcao/kernel';
import type { ContactField } from '../../fields/field.ts';
import type { ContactInList } from '../../listing/list-contacts.ts';

const listTags = sql('contacts/tag-names', 'select id, name from tags');
const optIns = { in: 'sim', out: 'não', unknown: '' } as const;

/** The same headings that an import knows: what goes out can come in again. */
export const headings = (fields: readonly ContactField[]): string[] => [
  'Nome',
  'Telefone',
  'E-mail',
  'Etiquetas',
  'Aceita mensagens',
  'Bloqueado',
  'Criado em',
  ...fields.map((field) => field.name),
];

export async function tagNames(tx: Tx): Promise<Map<string, string>> {
  return new Map((await tx.rows<{ id: string; name: string }>(listTags)).map(({ id, name }) => [id, name]));
}

export const valuesOf = (
  contact: ContactInList,
  fields: readonly ContactField[],
  tags: ReadonlyMap<string, string>,
): string[] => [
  contact.name ?? '',
  contact.phone ?? '',
  contact.email ?? '',
  contact.tagIds.flatMap((id) => tags.get(id) ?? []).join(', '),
  optIns[contact.optIn],
  contact.blocked ? 'sim' : '',
  contact.createdAt.toISOString().slice(0, 10),
  ...fields.map((field) => shown(field, contact.fields[field.id])),
];

function shown(field: ContactField, value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'sim' : 'não';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (field.type === 'cpf') return formatCpf(value);
  if (field.type === 'cnpj') return formatCnpj(value);
  if (field.type === 'phone') return formatPhone(value);
  return field.type === 'cep' ? value.replace(/^(\d{5})(\d{3})$/, '$1-$2') : value;
}
