import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Output, useWrite } from '../../../../api/index.ts';
import { useTexts } from '../../../../text/index.ts';
import { FormProblem, uiTexts } from '../../../../ui/index.ts';
import { intentsTexts } from '../texts/texts.ts';

export type Intent = Output<'intents.list'>['intents'][number];

export function EditIntent({ of, onClose }: { of: Intent | 'new'; onClose: () => void }) {
  const t = useTexts(intentsTexts);
  const ui = useTexts(uiTexts);
  const navigate = useNavigate();
  const known = of === 'new' ? undefined : of;
  const [name, setName] = useState(known?.name ?? '');
  const [border, setBorder] = useState(known?.border ?? '');
  const save = useWrite('intents.save', {
    refreshes: ['intents.list'],
    onSuccess: ({ intent }) => {
      onClose();
      if (!known) void navigate({ to: '/bot/$section/$item', params: { section: 'intents', item: intent.key } });
    },
  });
  return (
    <Modal opened onClose={onClose} title={known ? t('edit', { name: known.name }) : t('new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...(known ? { key: known.key } : {}), name: name.trim(), border: border.trim() });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            value={name}
            maxLength={80}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('border')}
            description={t('borderHint')}
            value={border}
            maxLength={500}
            autosize
            minRows={3}
            onChange={(event) => setBorder(event.currentTarget.value)}
          />
          <FormProblem problem={save.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {known ? ui('save') : t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
