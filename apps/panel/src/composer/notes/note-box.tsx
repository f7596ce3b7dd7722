import { Button } from '@mantine/core';
import { type ReactNode, type RefObject, useId } from 'react';
import { useRead, useWrite } from '../../api/index.ts';
import { useTexts } from '../../text/index.ts';
import { PersonAvatar, tell } from '../../ui/index.ts';
import { replaceToken } from '../canned/find-token.ts';
import classes from '../composer.module.css';
import { optionId, Proposals } from '../editor/proposals.tsx';
import { type EditorHandle, TextEditor } from '../editor/text-editor.tsx';
import { useProposals } from '../editor/use-proposals.ts';
import { DropZone } from '../files/drop-zone.tsx';
import type { ComposerConversation } from '../outgoing/conversation.ts';
import { composerTexts } from '../texts/texts.ts';
import { findPeople, mentionedIn } from './mentions.ts';

interface NoteBoxProps {
  readonly conversation: ComposerConversation;
  readonly editor: RefObject<EditorHandle | null>;
  readonly text: string;
  onText(text: string): void;
}

/** For the team only. It knows no way to the customer: what it can do is `notes.add`. */
export function NoteBox({ conversation, editor, text, onText }: NoteBoxProps): ReactNode {
  const t = useTexts(composerTexts);
  const listId = useId();
  const names = useProposals('@');
  const people = (useRead('people.list', {}, { staleTime: 5 * 60_000 }).data?.people ?? []).filter(
    (one) => one.state === 'active' && one.id !== conversation.me,
  );
  const found = names.token ? findPeople(people, names.token.word) : [];
  const add = useWrite('notes.add', { refreshes: ['notes.list', 'tickets.history'] });
  const save = () => {
    if (text.trim() === '' || add.isPending) return;
    add.mutate(
      { ticketId: conversation.ticketId, text: text.trim(), mentions: [...mentionedIn(text, people)] },
      {
        onSuccess() {
          onText('');
          tell.done(t('noteSaved'));
        },
        onError: (problem) => tell.problem(problem, t('noteFailed')),
      },
    );
  };
  const pick = (index: number) => {
    const chosen = found[index];
    if (!names.token || !chosen) return;
    const next = replaceToken(text, names.token, `@${chosen.name} `);
    names.close();
    editor.current?.put(next.text, next.cursor);
  };
  return (
    <>
      <DropZone onFiles={undefined} />
      {names.token ? (
        <Proposals
          id={listId}
          label={t('people')}
          proposals={found.map((one) => ({
            id: one.id,
            title: one.name,
            sign: <PersonAvatar name={one.name} id={one.id} size={26} />,
          }))}
          active={names.active}
          empty="—"
          onPick={pick}
        />
      ) : null}
      <TextEditor
        handle={editor}
        text={text}
        label={t('note')}
        placeholder={t('writeNote')}
        list={
          names.token
            ? { id: listId, active: found.length > 0 ? optionId(listId, names.active) : undefined }
            : undefined
        }
        onText={(next, cursor) => {
          onText(next);
          names.look(next, cursor);
        }}
        onCursor={(cursor) => names.look(text, cursor)}
        onKey={(event) => names.onKey(event, found.length, pick)}
        onSubmit={save}
        onFiles={() => undefined}
        onLeave={() => undefined}
      />
      <div className={classes.tools}>
        <span className={classes.toolbar} />
        <Button
          size="compact-md"
          color="yellow"
          variant="filled"
          loading={add.isPending}
          disabled={text.trim() === ''}
          onClick={save}
        >
          {t('saveNote')}
        </Button>
      </div>
    </>
  );
}
