import { Button, Group, MultiSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ApiProblem, type Output, useRead, useWrite } from '../../../api/index.ts';
import { useCan } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { FormProblem, Section, tell, uiTexts } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import { type Field, FieldInput, type Value } from './field-input.tsx';

type Contact = Output<'contacts.get'>['contact'];

/** What the server found in a field, under any depth of path, in words for whoever fills it in. */
function useProblemOf(error: ApiProblem | null): (field: Field) => string | undefined {
  const t = useTexts(contactsTexts);
  return ({ id, type }) => {
    const found = Object.entries(error?.fields ?? {}).find(([path]) => path.endsWith(id))?.[1];
    if (found === undefined) return undefined;
    if (found.startsWith('too_long')) return t('bad_too_long');
    if (found.startsWith('unknown_choice')) return t('bad_choice');
    return t(`bad_${type}`);
  };
}

export function DataSection({ contact }: { contact: Contact }) {
  const t = useTexts(contactsTexts);
  const ui = useTexts(uiTexts);
  const mayWrite = useCan()('contacts:write');
  const { data } = useRead('fields.list', {}, { staleTime: 60_000 });
  const [name, setName] = useState(contact.name ?? '');
  const [changes, setChanges] = useState<Record<string, Value>>({});
  const update = useWrite('contacts.update', {
    refreshes: ['contacts.get', 'contacts.list'],
    onSuccess: () => {
      setChanges({});
      tell.done(t('saved'));
    },
  });
  const problemOf = useProblemOf(update.error);
  const fields = (data?.fields ?? []).filter((field) => field.archivedAt === null);
  const changed = name !== (contact.name ?? '') || Object.keys(changes).length > 0;
  const save = () => update.mutate({ id: contact.id, name: name.trim() === '' ? null : name.trim(), fields: changes });
  return (
    <Section title={t('data')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('name')}
              placeholder={contact.profileName ?? ''}
              value={name}
              maxLength={200}
              disabled={!mayWrite}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {contact.profileName !== null && (
              <TextInput label={t('profileName')} value={contact.profileName} readOnly />
            )}
            {contact.username !== null && <TextInput label={t('username')} value={contact.username} readOnly />}
            {fields.map((field) => (
              <FieldInput
                key={field.id}
                field={field}
                value={field.id in changes ? (changes[field.id] ?? null) : (contact.fields[field.id] ?? null)}
                error={problemOf(field)}
                disabled={!mayWrite}
                onChange={(value) => setChanges((now) => ({ ...now, [field.id]: value }))}
              />
            ))}
          </SimpleGrid>
          {data !== undefined && fields.length === 0 && (
            <Text size="xs" c="dimmed">
              {t('fieldsNone')}
            </Text>
          )}
          <TagsOf contact={contact} disabled={!mayWrite} />
          <FormProblem problem={update.error} />
          {changed && (
            <Group gap="xs" justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  setName(contact.name ?? '');
                  setChanges({});
                }}
              >
                {ui('cancel')}
              </Button>
              <Button type="submit" loading={update.isPending}>
                {ui('save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  );
}

/** Saved at once: a tag is stuck on and taken off, not filled in. */
function TagsOf({ contact, disabled }: { contact: Contact; disabled: boolean }) {
  const t = useTexts(contactsTexts);
  const { data } = useRead('tags.list', {}, { staleTime: 60_000 });
  const [shown, setShown] = useState(contact.tagIds);
  const set = useWrite('contacts.set-tags', {
    refreshes: ['contacts.get', 'contacts.list'],
    onError: (problem) => {
      setShown(contact.tagIds);
      tell.problem(problem);
    },
  });
  const tags = (data?.tags ?? []).map((tag) => ({ value: tag.id, label: tag.name }));
  return (
    <MultiSelect
      label={t('tags')}
      placeholder={shown.length === 0 ? t('noTags') : ''}
      data={tags}
      value={shown}
      disabled={disabled}
      searchable
      onChange={(tagIds) => {
        setShown(tagIds);
        set.mutate({ id: contact.id, tagIds });
      }}
    />
  );
}
