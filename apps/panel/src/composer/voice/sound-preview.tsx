import { ActionIcon } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { lengthOf, VoiceBars } from '../../messages/index.ts';
import { useTexts } from '../../text/index.ts';
import { voiceTexts } from './texts/texts.ts';
import classes from './voice.module.css';

/** One's own recording, to hear before it goes. Its length is what was counted: the browser does not know it yet. */
export function SoundPreview({
  url,
  seconds,
  bars,
}: {
  url: string;
  seconds: number;
  bars: readonly number[];
}): ReactNode {
  const t = useTexts(voiceTexts);
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- one's own voice */}
      <audio
        ref={audio}
        src={url}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <ActionIcon
        size="lg"
        radius="xl"
        variant="light"
        aria-label={t(playing ? 'pause' : 'listen')}
        onClick={() => (playing ? audio.current?.pause() : void audio.current?.play().catch(() => setPlaying(false)))}
      >
        {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
      </ActionIcon>
      <span className={classes.wave}>
        <VoiceBars bars={bars} share={seconds > 0 ? at / seconds : 0} />
      </span>
      <span className={classes.time}>{lengthOf(at > 0 ? at : seconds)}</span>
    </>
  );
}
