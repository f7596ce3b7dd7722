import { type SyntheticEvent, useRef, useState } from 'react';
import { createStore, useStore } from '../../../api/index.ts';

const speeds = [1, 1.5, 2] as const;
/** One pace for all voice notes: who listens fast, listens fast to the next one too. */
const pace = createStore<number>(1);

let sounding: HTMLAudioElement | undefined;

export interface Player {
  readonly playing: boolean;
  readonly broken: boolean;
  readonly at: number;
  readonly length: number;
  readonly speed: number;
  toggle(): void;
  seek(to: number): void;
  faster(): void;
  /** For the `audio` element. */
  readonly events: Record<string, unknown>;
}

/** One voice at a time: a second one stops the first. `onOld` asks for a new link when this one fails. */
export function usePlayer(onOld: () => void): Player {
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [failures, setFailures] = useState(0);
  const speed = useStore(pace);

  const play = (element: HTMLAudioElement) => {
    if (sounding !== element) sounding?.pause();
    sounding = element;
    element.playbackRate = speed;
    element.play().catch(() => setPlaying(false));
  };
  return {
    playing,
    broken: failures > 1,
    at,
    length,
    speed,
    toggle() {
      const element = audio.current;
      if (!element) return;
      if (playing) element.pause();
      else play(element);
    },
    seek(to) {
      if (audio.current) audio.current.currentTime = to;
      setAt(to);
    },
    faster() {
      const next = speeds[(speeds.findIndex((one) => one === speed) + 1) % speeds.length] ?? 1;
      pace.set(next);
      if (audio.current) audio.current.playbackRate = next;
    },
    events: {
      ref: audio,
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setAt(0),
      onTimeUpdate: ({ currentTarget }: SyntheticEvent<HTMLAudioElement>) => setAt(currentTarget.currentTime),
      onDurationChange: ({ currentTarget }: SyntheticEvent<HTMLAudioElement>) =>
        setLength(lengthOfSound(currentTarget)),
      onError: () => {
        setFailures((now) => now + 1);
        if (failures === 0) onOld();
      },
    },
  };
}

/** A browser's own recording says "infinite" until it was read to the end: a jump there makes it look. */
function lengthOfSound(element: HTMLAudioElement): number {
  if (Number.isFinite(element.duration)) return element.duration;
  if (element.paused && element.currentTime === 0) {
    element.currentTime = 1e7;
    element.addEventListener('timeupdate', () => (element.currentTime = 0), { once: true });
  }
  return 0;
}
