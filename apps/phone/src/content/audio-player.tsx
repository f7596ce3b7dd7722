import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { hashOf } from '../avatar.tsx';
import { Icon, PlayIcon } from '../icons.tsx';
import type { Message } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import { lengthOf } from '../times.ts';

const bars = 38;

/** A drawing of the voice that is always the same for one message. */
function drawVoice(id: string): number[] {
  let seed = hashOf(id);
  return Array.from({ length: bars }, (_, at) => {
    seed = (seed * 1_103_515_245 + 12_345) >>> 0;
    const wave = 0.55 + 0.45 * Math.sin(at / 2.7 + (seed % 7));
    return 0.18 + 0.82 * wave * ((seed >>> 16) / 65_536);
  });
}

export function AudioPlayer({ message, src }: { message: Message; src: string }): ReactNode {
  const api = useApi();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState(1);
  const voice = useMemo(() => drawVoice(message.id), [message.id]);
  const share = length > 0 ? at / length : 0;

  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  const toggle = () => {
    const player = audio.current;
    if (!player) return;
    if (playing) return player.pause();
    document.querySelectorAll('audio').forEach((other) => {
      if (other !== player) other.pause();
    });
    void player.play().catch(() => setPlaying(false));
    if (message.author === 'business' && message.status !== 'played') void api.played(message.id).catch(() => {});
  };

  return (
    <div className="voice-note">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a voice note has no captions */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        // A recording of the browser says its length only once read to the end: until then it is "infinite".
        onDurationChange={({ currentTarget: { duration } }) => setLength(Number.isFinite(duration) ? duration : 0)}
      />
      <button type="button" className="play" aria-label={playing ? t.pause : t.play} onClick={toggle}>
        <PlayIcon playing={playing} />
      </button>
      <div className="voice">
        <svg viewBox={`0 0 ${bars * 4} 26`} preserveAspectRatio="none" aria-hidden="true">
          {voice.map((height, n) => (
            <rect
              // oxlint-disable-next-line react/no-array-index-key -- bars never move
              key={n}
              className={n / bars < share ? 'heard' : ''}
              x={n * 4}
              y={13 - height * 12}
              width="2.4"
              height={height * 24}
              rx="1.2"
            />
          ))}
        </svg>
        <input
          type="range"
          aria-label={t.voice}
          min={0}
          max={length || 1}
          step={0.05}
          value={at}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = Number(event.target.value);
          }}
        />
        <span className="audio-time">{lengthOf(at > 0 ? at : length)}</span>
      </div>
      {playing ? (
        <button
          type="button"
          className="speed"
          aria-label={t.speed}
          onClick={() => setSpeed(speed === 1 ? 1.5 : speed === 1.5 ? 2 : 1)}
        >
          {speed}×
        </button>
      ) : (
        <span className="mic-mark">
          <Icon name="mic" size={20} />
        </span>
      )}
    </div>
  );
}
