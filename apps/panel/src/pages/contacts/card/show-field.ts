import type { Output } from '../../../api/index.ts';

type FieldType = Output<'fields.list'>['fields'][number]['type'];

/** As people write it; what is still being typed stays as it is. */
export function showField(type: FieldType, value: string): string {
  if (type === 'cpf' && /^\d{11}$/.test(value)) return value.replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4');
  if (type === 'cnpj' && /^[0-9A-Z]{12}\d{2}$/.test(value))
    return value.replace(/(..)(...)(...)(....)(..)/, '$1.$2.$3/$4-$5');
  if (type === 'cep' && /^\d{8}$/.test(value)) return value.replace(/(.....)(...)/, '$1-$2');
  return value;
}
