import { useEffect, useReducer, useRef } from 'react';
import { advanceRecorder, problemOf, type RecorderState, resting } from './recorder.ts';

/** WhatsApp's own voice notes are Ogg Opus; the server puts the Opus of a WebM into that box. */
const preferred = ['audio/ogg; codecs=opus', 'audio/webm; codecs=opus', 'audio/mp4'];
const TICK_MS = 100;
/** WhatsApp takes 16 MB; a quarter of an hour is far below, and long enough for anybody. */
const LONGEST_SECONDS = 15 * 60;

export interface Recorder {
  readonly now: RecorderState;
  start(): void;
  finish(): void;
  drop(): void;
}

/** The browser's microphone behind the states of a voice note. */
export function useRecorder(): Recorder {
  const [now, dispatch] = useReducer(advanceRecorder, resting);
  const running = useRef<Running | undefined>(undefined);
  const asked = useRef(0);

  const drop = () => {
    asked.current += 1;
    running.current?.stop();
    running.current = undefined;
    dispatch({ type: 'drop' });
  };
  const finish = () => {
    dispatch({ type: 'finish' });
    running.current?.stop();
  };
  useEffect(
    () => () => {
      asked.current += 1;
      running.current?.stop();
    },
    [],
  );
  const start = async () => {
    asked.current += 1;
    const mine = asked.current;
    dispatch({ type: 'ask' });
    if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices?.getUserMedia) {
      return dispatch({ type: 'wrong', why: 'unsupported' });
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true },
      });
      // Cancelled while the browser asked: the microphone is let go at once.
      if (mine !== asked.current) return stopTracks(stream);
      running.current = record(stream, {
        heard: (peak, seconds) => {
          dispatch({ type: 'heard', peak, seconds });
          if (seconds >= LONGEST_SECONDS) finish();
        },
        recorded: (sound) => mine === asked.current && dispatch({ type: 'recorded', sound }),
      });
      return dispatch({ type: 'granted' });
    } catch (error) {
      return mine === asked.current ? dispatch({ type: 'wrong', why: problemOf(error) }) : undefined;
    }
  };
  return { now, start: () => void start(), finish, drop };
}

interface Running {
  stop(): void;
}

interface Listeners {
  heard(peak: number, seconds: number): void;
  recorded(sound: Blob): void;
}

function record(stream: MediaStream, { heard, recorded }: Listeners): Running {
  const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const parts: Blob[] = [];
  const sound = new AudioContext();
  void sound.resume(); // some browsers give it asleep
  const analyser = sound.createAnalyser();
  analyser.fftSize = 4_096;
  sound.createMediaStreamSource(stream).connect(analyser);
  const waves = new Uint8Array(analyser.fftSize);
  const began = performance.now();
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(waves);
    const loudest = waves.reduce((most, wave) => Math.max(most, Math.abs(wave - 128)), 0) / 128;
    heard(Math.min(1, loudest * 1.6), (performance.now() - began) / 1_000);
  }, TICK_MS);
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  recorder.addEventListener(
    'stop',
    () => {
      clearInterval(timer);
      void sound.close();
      stopTracks(stream);
      recorded(new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? 'audio/webm' }));
    },
    { once: true },
  );
  recorder.start(250);
  return {
    stop() {
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
