import { ActionIcon, Loader } from '@mantine/core';
import { IconMicrophone, IconSend2 } from '@tabler/icons-react';
import { lazy, type ReactNode, type RefObject, Suspense, useId, useState } from 'react';
import { useCan } from '../session/index.ts';
import { useTexts } from '../text/index.ts';
import { replaceToken } from './canned/find-token.ts';
import { useCanned } from './canned/use-canned.tsx';
import classes from './composer.module.css';
import type { ComposerDialog, ComposerProps } from './composer-props.ts';
import { optionId, Proposals } from './editor/proposals.tsx';
import { type EditorHandle, TextEditor } from './editor/text-editor.tsx';
import { useProposals } from './editor/use-proposals.ts';
import { useTypingSignal } from './editor/use-typing-signal.ts';
import { DropZone } from './files/drop-zone.tsx';
import { FileTray } from './files/file-tray.tsx';
import { uploadFile } from './files/upload-file.ts';
import type { Attachments } from './files/use-attachments.ts';
import { LONGEST_TEXT, makeDrafts, voiceDraft } from './outgoing/make-drafts.ts';
import { ReplyBar } from './outgoing/reply-bar.tsx';
import { composerTexts } from './texts/texts.ts';
import { Toolbar } from './toolbar.tsx';

const VoiceRecorder = lazy(() => import('./voice/voice-recorder.tsx').then((it) => ({ default: it.VoiceRecorder })));

interface MessageBoxProps extends ComposerProps {
  readonly editor: RefObject<EditorHandle | null>;
  readonly text: string;
  readonly attachments: Attachments;
  onText(text: string): void;
  onDialog(dialog: ComposerDialog): void;
}

const tools = { newId: () => crypto.randomUUID(), upload: uploadFile };
/** Pressed longer than this, the microphone is held: letting go ends the recording. */
const HELD_MS = 500;

/** The words and files for the customer. */
export function MessageBox(props: MessageBoxProps): ReactNode {
  const { conversation, editor, text, attachments, replyTo } = props;
  const t = useTexts(composerTexts);
  const can = useCan();
  const listId = useId();
  const shortcuts = useProposals('/');
  const canned = useCanned(conversation, shortcuts.token?.word);
  const typing = useTypingSignal(conversation.conversationId);
  const [recording, setRecording] = useState<'open' | 'held' | 'released' | undefined>(undefined);
  const over = text.length - LONGEST_TEXT;
  const nothing = text.trim() === '' && attachments.all.length === 0;

  const change = (next: string, cursor: number) => {
    props.onText(next);
    shortcuts.look(next, cursor);
    if (next.trim() !== '') typing.typed();
  };
  const send = () => {
    if (nothing || over > 0 || attachments.preparing) return;
    for (const draft of makeDrafts({ text, attachments: attachments.all, quoted: replyTo }, tools)) props.onSend(draft);
    props.onText('');
    attachments.clear();
    typing.stopped();
    props.onReplyClear();
  };
  const pick = (index: number) => {
    const { token } = shortcuts;
    const chosen = canned.found[index];
    if (!token || !chosen) return;
    shortcuts.close();
    void canned.render(chosen).then((made) => {
      const next = replaceToken(text, token, made.text);
      editor.current?.put(next.text, next.cursor);
      attachments.addStored(made.files);
    });
  };
  if (recording) {
    return (
      <Suspense fallback={<Loader size="sm" m="md" />}>
        <VoiceRecorder
          held={recording !== 'open'}
          released={recording === 'released'}
          onDone={() => setRecording(undefined)}
          onSend={(sound, url) => {
            const draft = voiceDraft(sound, url, tools);
            props.onSend(replyTo ? { ...draft, replyTo: replyTo.id, quoted: replyTo } : draft);
            props.onReplyClear();
            setRecording(undefined);
          }}
        />
      </Suspense>
    );
  }
  return (
    <>
      <DropZone onFiles={can('media:write') ? attachments.add : undefined} />
      {shortcuts.token ? (
        <Proposals
          id={listId}
          label={t('cannedList')}
          proposals={canned.proposals}
          active={shortcuts.active}
          empty={canned.empty}
          onPick={pick}
        />
      ) : null}
      {replyTo ? (
        <ReplyBar message={replyTo} customer={conversation.contact.name} onClear={props.onReplyClear} />
      ) : null}
      <FileTray attachments={attachments} />
      <TextEditor
        handle={editor}
        text={text}
        label={t('message')}
        placeholder={t(attachments.all.length > 0 ? 'captionHint' : 'writeHere')}
        list={
          shortcuts.token
            ? { id: listId, active: canned.found.length > 0 ? optionId(listId, shortcuts.active) : undefined }
            : undefined
        }
        onText={change}
        onCursor={(cursor) => shortcuts.look(text, cursor)}
        onKey={(event) => {
          if (shortcuts.onKey(event, canned.found.length, pick)) return true;
          if (event.key !== 'Escape' || !replyTo) return false;
          event.preventDefault();
          event.stopPropagation();
          props.onReplyClear();
          return true;
        }}
        onSubmit={send}
        onFiles={attachments.add}
        onLeave={typing.stopped}
      />
      <div className={classes.tools}>
        <Toolbar {...props} onFiles={attachments.add} onInsert={(words) => editor.current?.insert(words)} />
        <Count over={over} />
        {nothing && can('media:write') ? (
          <MicButton onPress={setRecording} />
        ) : (
          <ActionIcon
            size="lg"
            radius="xl"
            variant="filled"
            color="petroleo"
            aria-label={t('send')}
            title={t('send')}
            disabled={nothing || over > 0}
            loading={attachments.preparing}
            onClick={send}
          >
            <IconSend2 size={20} />
          </ActionIcon>
        )}
      </div>
    </>
  );
}

/** Near the limit: how many letters are left. */
function Count({ over }: { over: number }): ReactNode {
  const t = useTexts(composerTexts);
  if (over < -300) return null;
  return (
    <span className={classes.count} data-over={over > 0 || undefined} role="status">
      {over > 0 ? t('tooLong', { count: over }) : t('left', { count: -over })}
    </span>
  );
}

/** A click records until told otherwise; holding it records while it is held. */
function MicButton({ onPress }: { onPress(how: 'open' | 'held' | 'released'): void }): ReactNode {
  const t = useTexts(composerTexts);
  const press = (pressed: number) => {
    // The button goes away while it is held: the window hears the release.
    const release = ({ timeStamp }: PointerEvent) => onPress(timeStamp - pressed > HELD_MS ? 'released' : 'open');
    window.addEventListener('pointerup', release, { once: true });
    onPress('held');
  };
  return (
    <ActionIcon
      size="lg"
      radius="xl"
      variant="light"
      color="petroleo"
      aria-label={t('voice')}
      title={t('voice')}
      onPointerDown={(event) => {
        if (event.button === 0) press(event.timeStamp);
      }}
      onClick={(event) => {
        if (event.detail === 0) onPress('open'); // by the keyboard
      }}
    >
      <IconMicrophone size={20} />
    </ActionIcon>
  );
}
