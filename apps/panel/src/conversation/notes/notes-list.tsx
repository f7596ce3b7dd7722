import { ActionIcon, Group, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Output, useRead, useWrite } from '../../api/index.ts';
import { useCan } from '../../session/index.ts';
import { useTexts } from '../../text/index.ts';
import { ConfirmDialog, Loaded, RelativeTime } from '../../ui/index.ts';
import type { InboxItem } from '../conversation-view.ts';
import { useDesk } from '../desk/use-desk.ts';
import { conversationTexts } from '../texts/texts.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteText } from './note-text.tsx';
import classes from './notes.module.css';

type Note = Output<'notes.list'>['notes'][number];

/** What the team wrote for itself about this talk, on all its tickets. */
export function NotesList({ ticket }: { ticket: InboxItem }) {
  const t = useTexts(conversationTexts);
  const can = useCan();
  const read = useRead('notes.list', { conversationId: ticket.conversationId });
  const add = useWrite('notes.add', { refreshes: ['notes.list', 'tickets.history'] });
  return (
    <Group align="stretch" gap="md" style={{ flexDirection: 'column' }}>
      {can('tickets:write') && (
        <NoteEditor
          label={t('addNote')}
          onSave={(text, mentions) => add.mutateAsync({ ticketId: ticket.ticketId, text, mentions })}
        />
      )}
      <Loaded read={read}>
        {({ notes }) =>
          notes.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('noNotes')}
            </Text>
          ) : (
            <ul className={classes.list}>
              {notes.toReversed().map((note) => (
                <NoteItem key={note.id} note={note} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Group>
  );
}

function NoteItem({ note }: { note: Note }) {
  const t = useTexts(conversationTexts);
  const desk = useDesk();
  const [editing, setEditing] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const edit = useWrite('notes.edit', { refreshes: ['notes.list', 'tickets.history'] });
  const remove = useWrite('notes.delete', { refreshes: ['notes.list', 'tickets.history'] });
  const own = note.memberId === desk.me && note.deletedAt === null;
  const author = note.memberId === null ? t('by_api_key') : (desk.nameOf(note.memberId) ?? t('by_person'));
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <span className={classes.author}>{author}</span>
        {note.editedAt !== null && <span>{t('edited')}</span>}
        <RelativeTime at={note.createdAt} />
        {own && (
          <>
            <ActionIcon size="sm" aria-label={t('editNote')} onClick={() => setEditing(!editing)}>
              <IconPencil size={16} stroke={1.7} />
            </ActionIcon>
            <ActionIcon size="sm" aria-label={t('deleteNote')} onClick={() => setDeleting(true)}>
              <IconTrash size={16} stroke={1.7} />
            </ActionIcon>
          </>
        )}
      </div>
      {editing ? (
        <NoteEditor
          label={t('addNote')}
          start={note.text ?? ''}
          onSave={async (text, mentions) => {
            await edit.mutateAsync({ noteId: note.id, text, mentions });
            setEditing(false);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <NoteText note={note} />
      )}
      <ConfirmDialog
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteNote')}
        question={t('deleteNoteText')}
        yes={t('deleteNote')}
        danger
        onConfirm={() => remove.mutateAsync({ noteId: note.id })}
      />
    </li>
  );
}
