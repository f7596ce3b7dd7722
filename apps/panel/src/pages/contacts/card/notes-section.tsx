import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useWrite } from '../../../api/index.ts';
import { useCan, useMember } from '../../../session/index.ts';
import { useTexts } from '../../../text/index.ts';
import { ConfirmDialog, FormProblem, RelativeTime, Section } from '../../../ui/index.ts';
import { contactsTexts } from '../texts/texts.ts';
import classes from './card.module.css';
import { useNameOf } from './use-name-of.ts';

type Note = Output<'contacts.get'>['notes'][number];

export function NotesSection({ contactId, notes }: { contactId: string; notes: readonly Note[] }) {
  const t = useTexts(contactsTexts);
  const mayWrite = useCan()('contacts:write');
  const [text, setText] = useState('');
  const add = useWrite('contact-notes.add', {
    refreshes: ['contacts.get', 'contacts.history'],
    onSuccess: () => setText(''),
  });
  return (
    <Section title={t('notes')} lead={t('notesLead')}>
      <Stack gap="sm">
        {mayWrite && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (text.trim() !== '') add.mutate({ contactId, text: text.trim() });
            }}
          >
            <Textarea
              aria-label={t('notes')}
              placeholder={t('notePlaceholder')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={10_000}
            />
            <FormProblem problem={add.error} />
            {text.trim() !== '' && (
              <Group justify="flex-end" mt="xs">
                <Button type="submit" size="xs" loading={add.isPending}>
                  {t('addNote')}
                </Button>
              </Group>
            )}
          </form>
        )}
        {notes.length === 0 && !mayWrite && (
          <Text size="sm" c="dimmed">
            {t('notesNone')}
          </Text>
        )}
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} />
        ))}
      </Stack>
    </Section>
  );
}

function NoteCard({ note }: { note: Note }) {
  const t = useTexts(contactsTexts);
  const me = useMember();
  const nameOf = useNameOf();
  const [asking, ask] = useDisclosure(false);
  const remove = useWrite('contact-notes.delete', { refreshes: ['contacts.get', 'contacts.history'] });
  return (
    <div className={classes.note}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="xs" fw={600}>
          {nameOf(note.author)} <RelativeTime at={note.createdAt} />
        </Text>
        {note.author.id === me.memberId && (
          <ActionIcon size="sm" variant="subtle" color="gray" onClick={ask.open} aria-label={t('noteDelete')}>
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </Group>
      <Text size="sm">{note.text}</Text>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        danger
        title={t('noteDelete')}
        question={t('noteDeleteQuestion')}
        yes={t('delete')}
        onConfirm={() => remove.mutateAsync({ noteId: note.id })}
      />
    </div>
  );
}
