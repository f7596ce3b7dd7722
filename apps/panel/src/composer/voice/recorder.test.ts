import { expect, test } from 'vitest';
import { advanceRecorder, barsOf, problemOf, type RecorderEvent, type RecorderState, resting } from './recorder.ts';

const sound = new Blob(['x']);
const after = (...events: RecorderEvent[]): RecorderState => events.reduce(advanceRecorder, resting);
const heard = (seconds: number): RecorderEvent => ({ type: 'heard', peak: 0.5, seconds });

test('a voice note is asked for, recorded, finished and kept with its drawing', () => {
  expect(
    after({ type: 'ask' }, { type: 'granted' }, heard(1), heard(2), { type: 'finish' }, { type: 'recorded', sound }),
  ).toEqual({
    state: 'ready',
    peaks: [0.5, 0.5],
    seconds: 2,
    sound,
  });
});

test('what the browser says after a cancel changes nothing', () => {
  expect(after({ type: 'ask' }, { type: 'drop' }, { type: 'granted' }, heard(1))).toEqual(resting);
  expect(after({ type: 'ask' }, { type: 'granted' }, heard(3), { type: 'drop' }, { type: 'recorded', sound })).toEqual(
    resting,
  );
});

test('a slip of the finger is no voice note', () => {
  expect(
    after({ type: 'ask' }, { type: 'granted' }, heard(0.2), { type: 'finish' }, { type: 'recorded', sound }),
  ).toEqual(resting);
});

test('a microphone that goes away while it records leaves what was said', () => {
  expect(after({ type: 'ask' }, { type: 'granted' }, heard(4), { type: 'recorded', sound })).toMatchObject({
    state: 'ready',
  });
});

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'noMicrophone'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'failed'],
])('%s is told as %s, and one may ask again', (name, why) => {
  const problem = problemOf(new DOMException('x', name));
  expect(problem).toBe(why);
  const now = after({ type: 'ask' }, { type: 'wrong', why: problem });
  expect(now).toEqual({ state: 'problem', why });
  expect(advanceRecorder(now, { type: 'ask' })).toEqual({ state: 'asking' });
});

test('a drawing has its bars however short or long the recording is', () => {
  for (const length of [0, 1, 7, 40, 900]) {
    const bars = barsOf(
      Array.from({ length }, (_, n) => (n % 10) / 10),
      40,
    );
    expect(bars).toHaveLength(40);
    expect(Math.min(...bars)).toBeGreaterThan(0);
  }
});
