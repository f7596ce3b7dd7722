import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { Output } from '../../../api/index.ts';
import { showField } from './show-field.ts';

export type Field = Output<'fields.list'>['fields'][number];
export type Value = string | number | boolean | null;

const types: Partial<Record<Field['type'], string>> = { email: 'email', phone: 'tel', url: 'url', date: 'date' };

/** A custom field to be filled; the server checks what was typed and keeps it in one spelling. */
export function FieldInput({
  field,
  value,
  error,
  disabled,
  onChange,
}: {
  field: Field;
  value: Value;
  error: string | undefined;
  disabled: boolean;
  onChange: (value: Value) => void;
}) {
  const common = { label: field.name, disabled, error };
  if (field.type === 'boolean')
    return (
      <Checkbox {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    );
  if (field.type === 'choice')
    return (
      <Select
        {...common}
        data={field.options}
        value={value === null ? null : String(value)}
        onChange={onChange}
        clearable
        searchable={field.options.length > 8}
      />
    );
  if (field.type === 'number')
    return (
      <NumberInput
        {...common}
        value={typeof value === 'number' ? value : ''}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
        hideControls
      />
    );
  return (
    <TextInput
      {...common}
      type={types[field.type] ?? 'text'}
      inputMode={field.type === 'cpf' || field.type === 'cep' ? 'numeric' : undefined}
      value={value === null ? '' : showField(field.type, String(value))}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
