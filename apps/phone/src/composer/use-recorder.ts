import { useEffect, useRef, useState } from 'react';

/** WhatsApp's own voice notes are Ogg Opus; the simulator puts the Opus of a WebM into that box. */
const preferred = ['audio/ogg; codecs=opus', 'audio/webm; codecs=opus', 'audio/mp4'];

export interface Recorder {
  available: boolean;
  recording: boolean;
  seconds: number;
  start(): Promise<void>;
  /** Ends the recording; undefined when it is thrown away. */
  stop(keep: boolean): Promise<Blob | undefined>;
}

export function useRecorder(): Recorder {
  const recorder = useRef<MediaRecorder | undefined>(undefined);
  const parts = useRef<Blob[]>([]);
  const [recording, setRecording] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const available = typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;

  useEffect(() => {
    if (!recording) return undefined;
    const began = Date.now();
    const timer = window.setInterval(() => setSeconds((Date.now() - began) / 1000), 200);
    return () => window.clearInterval(timer);
  }, [recording]);

  return {
    available,
    recording,
    seconds,
    async start() {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type));
      const started = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
      parts.current = [];
      started.addEventListener('dataavailable', (event) => parts.current.push(event.data));
      started.start(250);
      recorder.current = started;
      setSeconds(0);
      setRecording(true);
    },
    async stop(keep) {
      const running = recorder.current;
      recorder.current = undefined;
      setRecording(false);
      if (!running) return undefined;
      await new Promise((resolve) => {
        running.addEventListener('stop', resolve, { once: true });
        running.stop();
      });
      for (const track of running.stream.getTracks()) track.stop();
      return keep && parts.current.length > 0 ? new Blob(parts.current, { type: running.mimeType }) : undefined;
    },
  };
}
