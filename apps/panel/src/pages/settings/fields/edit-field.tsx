import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../ui/index.ts';
import type { Field } from './field.ts';
import { fieldsTexts } from './texts/texts.ts';

const types = [
  ...(['text', 'number', 'date', 'boolean', 'choice'] as const),
  ...(['cpf', 'cnpj', 'cep', 'email', 'phone', 'url'] as const),
];

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export function EditField({ of, onClose }: { of: Field | 'new'; onClose: () => void }) {
  const t = useTexts(fieldsTexts);
  const ui = useTexts(uiTexts);
  const known = of === 'new' ? undefined : of;
  const [name, setName] = useState(known?.name ?? '');
  const [type, setType] = useState<Field['type']>(known?.type ?? 'text');
  const [options, setOptions] = useState(known?.options.join('\n') ?? '');
  const save = useWrite('fields.save', { refreshes: ['fields.list'], onSuccess: onClose });
  const chosen = linesOf(options);
  return (
    <Modal opened onClose={onClose} title={known ? t('edit', { name: known.name }) : t('new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            ...(known ? { id: known.id, position: known.position } : {}),
            name: name.trim(),
            type,
            ...(type === 'choice' ? { options: chosen } : {}),
          });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={60}
            required
            data-autofocus
          />
          <Select
            label={t('type')}
            description={known ? t('typeStays') : undefined}
            disabled={known !== undefined}
            data={types.map((one) => ({ value: one as string, label: t(`t_${one}`) }))}
            value={type}
            onChange={(value) => setType(types.find((one) => one === value) ?? 'text')}
            allowDeselect={false}
          />
          {type === 'choice' && (
            <Textarea
              label={t('options')}
              description={t('optionsHint')}
              value={options}
              onChange={(event) => setOptions(event.currentTarget.value)}
              autosize
              minRows={3}
              maxRows={12}
              required
            />
          )}
          <FormProblem problem={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button
              type="submit"
              loading={save.isPending}
              disabled={name.trim() === '' || (type === 'choice' && chosen.length === 0)}
            >
              {known ? ui('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
