import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../../api/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, tell, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';

/** What was typed, without the fields that were left empty. */
const filled = (values: Readonly<Record<'name' | 'phone' | 'email', string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

export function NewContact({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', phone: '', email: '' },
    validate: { name: (_name, values) => (Object.keys(filled(values)).length > 0 ? null : t('needOne')) },
  });
  const create = useWrite('contacts.create', {
    refreshes: ['contacts.list', 'contacts.count'],
    onSuccess: ({ contact, created }) => {
      tell.done(created ? t('created') : t('existed'));
      form.reset();
      onClose();
      void navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } });
    },
    onError: (problem) => form.setErrors(problem.fields),
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('new')}>
      <form onSubmit={form.onSubmit((values) => create.mutate(filled(values)))} noValidate>
        <Stack gap="sm">
          <TextInput label={t('name')} data-autofocus maxLength={200} {...form.getInputProps('name')} />
          <TextInput
            label={t('phone')}
            description={t('phoneHint')}
            type="tel"
            maxLength={40}
            {...form.getInputProps('phone')}
          />
          <TextInput label={t('email')} type="email" maxLength={254} {...form.getInputProps('email')} />
          <FormProblem problem={create.error} />
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {ui('cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
