import { ActionIcon, Button } from '@mantine/core';
import { IconMicrophoneOff, IconPlayerStopFilled, IconSend2, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { lengthOf, VoiceBars } from '../../messages/index.ts';
import { useTexts } from '../../text/index.ts';
import { barsOf, type RecorderProblem } from './recorder.ts';
import { SoundPreview } from './sound-preview.tsx';
import { voiceTexts } from './texts/texts.ts';
import { useRecorder } from './use-recorder.ts';
import classes from './voice.module.css';

interface VoiceRecorderProps {
  /** The button is held: letting it go ends the recording. */
  readonly held: boolean;
  readonly released: boolean;
  onSend(sound: Blob, url: string): void;
  onDone(): void;
}

const BARS = 40;

/** In the place of the text: recording, then listening to it, then sending it or not. */
export function VoiceRecorder({ held, released, onSend, onDone }: VoiceRecorderProps): ReactNode {
  const t = useTexts(voiceTexts);
  const recorder = useRecorder();
  const { now } = recorder;
  const start = useEffectEvent(recorder.start);
  const finish = useEffectEvent(recorder.finish);
  useEffect(() => start(), []);
  useEffect(() => {
    if (released) finish();
  }, [released]);
  const leave = useEffectEvent(() => now.state === 'idle' && onDone());
  // Let go too soon, it rests again: back to the text.
  const rests = now.state === 'idle';
  useEffect(() => {
    if (!rests) return undefined;
    const timer = setTimeout(() => leave(), 50);
    return () => clearTimeout(timer);
  }, [rests]);

  const drop = () => {
    recorder.drop();
    onDone();
  };
  if (now.state === 'problem') return <Refused why={now.why} onAgain={recorder.start} onDone={drop} />;
  if (now.state === 'ready')
    return <Ready sound={now.sound} seconds={now.seconds} peaks={now.peaks} onSend={onSend} onDrop={drop} />;
  const heard = now.state === 'recording' || now.state === 'finishing' ? now : { peaks: [], seconds: 0 };
  return (
    <Keys onEscape={drop} onEnter={recorder.finish}>
      <ActionIcon size="lg" aria-label={t('cancel')} title={t('cancel')} onClick={drop}>
        <IconTrash size={20} />
      </ActionIcon>
      <span className={classes.dot} data-on={now.state === 'recording' || undefined} />
      <span className={classes.time} role="timer">
        {lengthOf(heard.seconds)}
      </span>
      <span className={classes.wave}>
        <VoiceBars bars={lastBars(heard.peaks)} share={1} />
      </span>
      <span className={classes.hint}>{now.state === 'asking' ? t('asking') : held && !released ? t('letGo') : ''}</span>
      <ActionIcon
        size="lg"
        radius="xl"
        variant="filled"
        color="petroleo"
        aria-label={t('finish')}
        title={t('finish')}
        disabled={now.state !== 'recording'}
        loading={now.state === 'finishing'}
        data-autofocus
        onClick={recorder.finish}
      >
        <IconPlayerStopFilled size={18} />
      </ActionIcon>
    </Keys>
  );
}

const lastBars = (peaks: readonly number[]): readonly number[] => {
  const last = peaks.slice(-BARS).map((peak) => Math.max(0.08, peak));
  return [...Array.from({ length: BARS - last.length }, () => 0.04), ...last];
};

interface ReadyProps {
  readonly sound: Blob;
  readonly seconds: number;
  readonly peaks: readonly number[];
  onSend(sound: Blob, url: string): void;
  onDrop(): void;
}

function Ready({ sound, seconds, peaks, onSend, onDrop }: ReadyProps): ReactNode {
  const t = useTexts(voiceTexts);
  // Kept when it is sent: its bubble plays it until the server's own copy is there.
  const url = useMemo(() => URL.createObjectURL(sound), [sound]);
  const send = () => onSend(sound, url);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Keys onEscape={onDrop} onEnter={send}>
      <ActionIcon size="lg" aria-label={t('cancel')} title={t('cancel')} onClick={onDrop}>
        <IconTrash size={20} />
      </ActionIcon>
      <SoundPreview url={url} seconds={seconds} bars={barsOf(peaks, BARS)} />
      <ActionIcon
        size="lg"
        radius="xl"
        variant="filled"
        color="petroleo"
        aria-label={t('send')}
        title={t('send')}
        ref={button}
        onClick={send}
      >
        <IconSend2 size={20} />
      </ActionIcon>
    </Keys>
  );
}

/** Esc throws it away; Enter goes on, wherever the focus is while one records. */
function Keys({ onEscape, onEnter, children }: { onEscape(): void; onEnter(): void; children: ReactNode }): ReactNode {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && !onButton) onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
  return <div className={classes.recorder}>{children}</div>;
}

function Refused({ why, onAgain, onDone }: { why: RecorderProblem; onAgain(): void; onDone(): void }): ReactNode {
  const t = useTexts(voiceTexts);
  return (
    <div className={classes.refused} role="alert">
      <IconMicrophoneOff size={20} aria-hidden />
      <span>{t(why)}</span>
      <Button size="compact-sm" variant="light" onClick={onAgain} disabled={why === 'unsupported'}>
        {t('again')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
        {t('back')}
      </Button>
    </div>
  );
}
