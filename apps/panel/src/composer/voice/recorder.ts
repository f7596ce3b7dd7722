export type RecorderProblem = 'refused' | 'noMicrophone' | 'busy' | 'unsupported' | 'failed';

/** A voice note from the first press to its sending. */
export type RecorderState =
  | { readonly state: 'idle' }
  | { readonly state: 'asking' }
  | { readonly state: 'recording'; readonly peaks: readonly number[]; readonly seconds: number }
  | { readonly state: 'finishing'; readonly peaks: readonly number[]; readonly seconds: number }
  | { readonly state: 'ready'; readonly peaks: readonly number[]; readonly seconds: number; readonly sound: Blob }
  | { readonly state: 'problem'; readonly why: RecorderProblem };

export type RecorderEvent =
  | { readonly type: 'ask' }
  | { readonly type: 'granted' }
  | { readonly type: 'heard'; readonly peak: number; readonly seconds: number }
  | { readonly type: 'finish' }
  | { readonly type: 'recorded'; readonly sound: Blob }
  | { readonly type: 'wrong'; readonly why: RecorderProblem }
  | { readonly type: 'drop' };

export const resting: RecorderState = { state: 'idle' };
/** Shorter than this is a slip of the finger. */
export const SHORTEST = 0.6;

/** Only what fits the state happens: a late answer of the browser changes nothing that was cancelled. */
export function advanceRecorder(now: RecorderState, event: RecorderEvent): RecorderState {
  if (event.type === 'drop') return resting;
  if (event.type === 'wrong') return now.state === 'idle' ? now : { state: 'problem', why: event.why };
  switch (now.state) {
    case 'idle':
    case 'problem':
      return event.type === 'ask' ? { state: 'asking' } : now;
    case 'asking':
      return event.type === 'granted' ? { state: 'recording', peaks: [], seconds: 0 } : now;
    case 'recording':
      if (event.type === 'heard') return { ...now, peaks: [...now.peaks, event.peak], seconds: event.seconds };
      if (event.type === 'finish') return { ...now, state: 'finishing' };
      // The microphone was pulled out: what was said stays.
      return event.type === 'recorded' ? kept(now, event.sound) : now;
    case 'finishing':
      return event.type === 'recorded' ? kept(now, event.sound) : now;
    default:
      return now;
  }
}

function kept({ peaks, seconds }: { peaks: readonly number[]; seconds: number }, sound: Blob): RecorderState {
  return sound.size === 0 || seconds < SHORTEST ? resting : { state: 'ready', peaks, seconds, sound };
}

/** A browser's reason, as ours. */
export function problemOf(error: unknown): RecorderProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'noMicrophone';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
}

/** So many bars of a whole recording: each the loudest of its part. */
export function barsOf(peaks: readonly number[], bars: number): readonly number[] {
  if (peaks.length === 0) return Array.from({ length: bars }, () => 0.1);
  return Array.from({ length: bars }, (_, n) => {
    const from = Math.floor((n * peaks.length) / bars);
    const part = peaks.slice(from, Math.max(from + 1, Math.floor(((n + 1) * peaks.length) / bars)));
    return Math.min(1, Math.max(0.1, ...part));
  });
}
