import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { briefOf } from '../content/message-content.tsx';
import { Icon, SendIcon } from '../icons.tsx';
import { partOf, textOf } from '../talk/types.ts';
import { t } from '../texts/texts.ts';
import { lengthOf, sizeOf } from '../times.ts';
import { useEscape } from '../use-escape.ts';
import { AttachMenu } from './attach-menu.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import type { Outgoing } from './use-outgoing.ts';
import { useRecorder } from './use-recorder.ts';

const mostHeight = 132;

function Pending({ outgoing, business }: { outgoing: Outgoing; business: string }): ReactNode {
  const about = outgoing.edited ?? outgoing.quoted;
  return (
    <>
      {about && (
        <div className={`pending ${outgoing.edited ? 'edit' : about.author === 'customer' ? 'own' : ''}`}>
          <span>
            <b>{outgoing.edited ? t.editing : about.author === 'customer' ? t.you : business}</b>
            <small>{briefOf(about)}</small>
          </span>
          <button type="button" className="round" aria-label={t.cancel} onClick={outgoing.drop}>
            <Icon name="close" size={20} />
          </button>
        </div>
      )}
      {outgoing.files.length > 0 && (
        <ul className="picked">
          {outgoing.files.map(({ file, url }, at) => (
            <li key={url}>
              {file.type.startsWith('image/') ? <img src={url} alt={file.name} /> : <Icon name="file" size={30} />}
              <small>{file.type.startsWith('image/') ? '' : `${file.name} · ${sizeOf(file.size)}`}</small>
              <button type="button" aria-label={`${t.discard}: ${file.name}`} onClick={() => outgoing.removeFile(at)}>
                <Icon name="close" size={15} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function RecordingBar(props: { seconds: number; onDiscard: () => void; onSend: () => void }): ReactNode {
  return (
    <div className="bar recording">
      <button type="button" className="round" aria-label={t.discard} onClick={props.onDiscard}>
        <Icon name="trash" />
      </button>
      <span className="dot" />
      <span role="timer" aria-label={t.recording}>
        {lengthOf(props.seconds)}
      </span>
      <span className="waves" aria-hidden="true" />
      <button type="button" className="send" aria-label={t.send} onClick={props.onSend}>
        <SendIcon />
      </button>
    </div>
  );
}

export function Composer(props: { outgoing: Outgoing; business: string; editLast: () => void }): ReactNode {
  const { outgoing, business, editLast } = props;
  const { edited, drop } = outgoing;
  const [text, setText] = useState(() => (edited ? textOf(partOf(edited.content.text).body) : ''));
  const [panel, setPanel] = useState<'emoji' | 'attach'>();
  const field = useRef<HTMLTextAreaElement>(null);
  const recorder = useRecorder();
  const filled = text.trim() !== '' || outgoing.files.length > 0;

  useEffect(() => {
    // With a keyboard one wants to type at once; on a telephone this would only raise its keyboard.
    if (window.matchMedia('(hover: hover) and (min-width: 761px)').matches) field.current?.focus();
  }, []);
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, mostHeight)}px`;
  }, [text]);
  useEffect(() => {
    if (outgoing.edited || outgoing.quoted || outgoing.files.length > 0) field.current?.focus();
  }, [outgoing.edited, outgoing.quoted, outgoing.files.length]);

  const escape = useCallback(() => {
    setPanel(undefined);
    drop();
  }, [drop]);
  useEscape(panel !== undefined || edited !== undefined || outgoing.quoted !== undefined, escape);

  const send = () => {
    const body = text.trim();
    if (!filled) return;
    setText('');
    setPanel(undefined);
    void (outgoing.files.length > 0 ? outgoing.sendFiles(body) : outgoing.sendText(body));
    field.current?.focus();
  };
  const record = async () => {
    try {
      await recorder.start();
    } catch {
      outgoing.say(t.noMicrophone);
    }
  };
  const finish = async (keep: boolean) => {
    const recording = await recorder.stop(keep);
    if (recording) await outgoing.sendVoice(recording);
  };
  const insert = (emoji: string) => {
    const at = field.current?.selectionStart ?? text.length;
    setText(text.slice(0, at) + emoji + text.slice(at));
    requestAnimationFrame(() => field.current?.setSelectionRange(at + emoji.length, at + emoji.length));
  };

  return (
    <footer className="composer">
      {outgoing.problem !== '' && (
        <p className="problem" role="alert">
          {outgoing.problem}
        </p>
      )}
      <Pending outgoing={outgoing} business={business} />
      {panel === 'emoji' && <EmojiPicker onPick={insert} />}
      {panel === 'attach' && <AttachMenu outgoing={outgoing} onDone={() => setPanel(undefined)} />}
      {recorder.recording ? (
        <RecordingBar
          seconds={recorder.seconds}
          onDiscard={() => void finish(false)}
          onSend={() => void finish(true)}
        />
      ) : (
        <div className="bar">
          <div className="field">
            <button
              type="button"
              className="round"
              aria-label={t.emoji}
              aria-expanded={panel === 'emoji'}
              onClick={() => setPanel(panel === 'emoji' ? undefined : 'emoji')}
            >
              <Icon name="smile" />
            </button>
            <textarea
              ref={field}
              rows={1}
              value={text}
              maxLength={4096}
              placeholder={outgoing.files.length > 0 ? t.caption : t.message}
              aria-label={t.message}
              onChange={(event) => setText(event.target.value)}
              onPaste={(event) => {
                const files = [...event.clipboardData.files];
                if (files.length === 0) return;
                event.preventDefault();
                outgoing.addFiles(files);
              }}
              onKeyDown={(event) => {
                if (event.key === 'ArrowUp' && text === '') editLast();
                if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                send();
              }}
            />
            <button
              type="button"
              className="round"
              aria-label={t.attach}
              aria-haspopup="menu"
              aria-expanded={panel === 'attach'}
              onClick={() => setPanel(panel === 'attach' ? undefined : 'attach')}
            >
              <Icon name="clip" />
            </button>
          </div>
          {filled || !recorder.available ? (
            <button
              type="button"
              className="send"
              aria-label={outgoing.edited ? t.save : t.send}
              disabled={!filled}
              onClick={send}
            >
              <SendIcon />
            </button>
          ) : (
            <button type="button" className="send" aria-label={t.record} onClick={() => void record()}>
              <Icon name="mic" />
            </button>
          )}
        </div>
      )}
    </footer>
  );
}
