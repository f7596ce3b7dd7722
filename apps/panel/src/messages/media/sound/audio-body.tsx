import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconMicrophone, IconMusic, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../text/index.ts';
import { lengthOf } from '../../clock.ts';
import { messageTexts } from '../../texts/texts.ts';
import { BrokenMedia } from '../broken-media.tsx';
import classes from '../media.module.css';
import type { ShownProps } from '../shown-props.ts';
import { drawVoice } from './draw-voice.ts';
import { usePlayer } from './use-player.ts';
import { VoiceBars } from './voice-bars.tsx';

/** A voice note, or any audio: play, where it is, and how fast. */
export function AudioBody({ message, media, link, url, ring }: ShownProps): ReactNode {
  const t = useTexts(messageTexts);
  const player = usePlayer(() => void link.ask());
  if (player.broken) return <BrokenMedia media={media} link={link} />;
  const { playing, at, length, speed } = player;
  return (
    <div className={classes.audio}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a voice note has no captions */}
      <audio src={url} preload="metadata" {...player.events} />
      {ring ?? (
        <ActionIcon
          size="xl"
          radius="50%"
          variant="filled"
          color="petroleo"
          aria-label={t(playing ? 'pause' : 'play')}
          onClick={player.toggle}
        >
          {playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
        </ActionIcon>
      )}
      <div className={classes.track}>
        <VoiceBars bars={drawVoice(message.id)} share={length > 0 ? at / length : 0} />
        <input
          type="range"
          className={classes.seek}
          aria-label={t('position')}
          aria-valuetext={`${lengthOf(at)} / ${lengthOf(length)}`}
          min={0}
          max={length || 1}
          step={0.1}
          value={at}
          onChange={(event) => player.seek(Number(event.target.value))}
        />
        <span className={classes.times}>{lengthOf(playing || at > 0 ? at : length)}</span>
      </div>
      {playing || speed !== 1 ? (
        <UnstyledButton className={classes.speed} aria-label={t('speed', { speed })} onClick={player.faster}>
          {speed}×
        </UnstyledButton>
      ) : (
        <span className={classes.audioMark}>
          {media.voice ? <IconMicrophone size={18} aria-hidden /> : <IconMusic size={18} aria-hidden />}
        </span>
      )}
    </div>
  );
}
