import { type ReactNode, Suspense, useImperativeHandle, useRef, useState } from 'react';
import { useTexts } from '../text/index.ts';
import { useMinute } from '../ui/index.ts';
import { BannerBar } from './banner/banner-bar.tsx';
import { decideBanner } from './banner/decide-banner.ts';
import classes from './composer.module.css';
import { ComposerDialogs } from './composer-dialogs.tsx';
import type { ComposerDialog, ComposerProps } from './composer-props.ts';
import { useDraft } from './drafts/use-draft.ts';
import type { EditorHandle } from './editor/text-editor.tsx';
import { useAttachments } from './files/use-attachments.ts';
import { MessageBox } from './message-box.tsx';
import { ModeTabs } from './mode-tabs.tsx';
import { NoteBox } from './notes/note-box.tsx';
import { composerTexts } from './texts/texts.ts';
import { useComposerActions } from './use-composer-actions.ts';

/** Where one writes to a customer, or a note beside the talk. Each conversation keeps what was begun in it. */
export function Composer(props: ComposerProps): ReactNode {
  return <Writing key={props.conversation.conversationId} {...props} />;
}

function Writing(props: ComposerProps): ReactNode {
  const { conversation, handle, onSend } = props;
  const t = useTexts(composerTexts);
  const [draft, setDraft] = useDraft(conversation.conversationId);
  const [mode, setMode] = useState<'message' | 'note'>('message');
  const [dialog, setDialog] = useState<ComposerDialog | undefined>(undefined);
  const attachments = useAttachments(conversation.conversationId);
  const editor = useRef<EditorHandle>(null);
  // Another minute may have closed the window.
  const turn = decideBanner(conversation, useMinute() * 60_000);
  useComposerActions(turn.may === 'free', setDialog);
  const toNote = () => {
    setMode('note');
    focusSoon(editor);
  };
  useImperativeHandle(handle, () => ({
    focus: () => editor.current?.focus(),
    note: toNote,
    insert: (text) => editor.current?.insert(text),
    openTemplates: () => setDialog('template'),
  }));
  const banner = turn.banner && (
    <BannerBar
      banner={turn.banner}
      locked={turn.may !== 'free'}
      assigneeName={conversation.assigneeName}
      onClaim={props.onClaim}
      onReopen={props.onReopen}
      onTemplate={() => setDialog('template')}
      onNote={toNote}
    />
  );
  return (
    <section className={classes.composer} data-mode={mode} aria-label={t('composer')}>
      <ModeTabs
        mode={mode}
        onMode={(next) => {
          setMode(next);
          focusSoon(editor);
        }}
      />
      <div className={classes.box}>
        {mode === 'note' ? (
          <NoteBox
            conversation={conversation}
            editor={editor}
            text={draft.note}
            onText={(note) => setDraft({ note })}
          />
        ) : (
          <>
            {banner}
            {turn.may === 'free' ? (
              <MessageBox
                {...props}
                editor={editor}
                text={draft.text}
                attachments={attachments}
                onText={(text) => setDraft({ text })}
                onDialog={setDialog}
              />
            ) : null}
          </>
        )}
      </div>
      <Suspense fallback={null}>
        <ComposerDialogs
          dialog={dialog}
          conversation={conversation}
          text={draft.text}
          attachments={attachments}
          onClose={() => setDialog(undefined)}
          onSend={onSend}
          onScheduled={() => {
            setDraft({ text: '' });
            attachments.clear();
          }}
        />
      </Suspense>
    </section>
  );
}

/** Once the field of the other mode is there. */
function focusSoon(editor: { readonly current: EditorHandle | null }): void {
  requestAnimationFrame(() => editor.current?.focus());
}
