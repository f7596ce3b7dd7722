export type FieldType =
  | 'text'
  | 'number'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'cpf'
  | 'cnpj'
  | 'cep'
  | 'email'
  | 'phone'
  | 'url';

export interface ContactField {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  readonly options: string[];
  readonly position: number;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
}

export const fieldColumns = `id, name, type, options, position, archived_at as "archivedAt", created_at as "createdAt"`;
