import { expect, test } from 'vitest';
import { sendSentences, type Treatment, treatments } from '../../port/index.ts';
import { classifyAnswer, classifyCode } from './classify-answer.ts';

/** The table as it was collected (2026-11-20), in its own order. */
const table: [number[], Treatment][] = [
  [[0, 3, 10, 190, 200, 250, 299], 'stop_channel'],
  [[4, 80007, 130429], 'slow_lane'],
  [[131056], 'delay_person'],
  [[131048, 131064], 'stop_campaigns'],
  [[131047], 'window_closed'],
  [[131026], 'undeliverable'],
  [[131049], 'marketing_cap'],
  [[131050], 'opted_out'],
  [[130472], 'final'],
  [[131000, 131016, 2, 133004, 131057], 'retry'],
  [[131008, 131009, 100, 131051], 'bad_request'],
  [[131052, 131053], 'media_retry'],
  [[131042, 131044, 131031, 368, 130497, 131037], 'account_hold'],
  [[131045, 133006, 133010, 133016], 'reregister'],
  [[132000, 132001, 132005, 132007, 132008, 132012], 'template_mismatch'],
  [[132015, 132016], 'template_paused'],
  [[132068, 132069], 'flow_fallback'],
  [[131062, 131063, 134011, 138000, 138006, 138018, 131020, 131201, 131215], 'feature_off'],
];
const codes = table.flatMap(([list, treatment]) => list.map((code) => [code, treatment] as const));

test.each(codes)('%i → %s, whatever the HTTP status', (code, treatment) => {
  for (const status of [400, 401, 404, 429, 500]) {
    expect(classifyAnswer({ status, code, detail: 'x' })).toMatchObject({
      outcome: 'failed',
      treatment,
      code,
      detail: 'x',
    });
  }
  expect(classifyCode(code, 'x')).toMatchObject({ treatment });
});

test.each<[number, Treatment]>([
  [401, 'stop_channel'],
  [429, 'slow_lane'],
  [500, 'retry'],
  [502, 'retry'],
  [503, 'retry'],
  [504, 'retry'],
  [408, 'retry'],
  [302, 'retry'],
  [400, 'bad_request'],
  [403, 'bad_request'],
  [404, 'bad_request'],
  [413, 'bad_request'],
])('HTTP %i without a code, or with one nobody knows → %s', (status, treatment) => {
  expect(classifyAnswer({ status, detail: '' }).treatment).toBe(treatment);
  expect(classifyAnswer({ status, code: 999_999, detail: '' }).treatment).toBe(treatment);
});

test("an unknown code that Meta calls transient is tried again; a known one is not Meta's to judge", () => {
  expect(classifyAnswer({ status: 400, code: 999_999, transient: true, detail: '' }).treatment).toBe('retry');
  expect(classifyAnswer({ status: 400, code: 131047, transient: true, detail: '' }).treatment).toBe('window_closed');
});

test('a failed status with a code nobody knows is final', () => {
  expect(classifyCode(999_999, 'x')).toMatchObject({ treatment: 'final', code: 999_999 });
  expect(classifyCode(undefined, 'x')).toMatchObject({ treatment: 'final' });
});

test('only what is tried again says how long to wait, and never less than Retry-After', () => {
  for (const [code, treatment] of codes) {
    const { afterMs } = classifyAnswer({ status: 400, code, detail: '' });
    expect(afterMs === undefined, String(code)).toBe(treatments[treatment].next !== 'retry');
  }
  expect(classifyAnswer({ status: 429, code: 130429, waitMs: 90_000, detail: '' }).afterMs).toBe(90_000);
  expect(classifyAnswer({ status: 429, code: 130429, waitMs: 1, detail: '' }).afterMs).toBe(2_000);
});

test('how each treatment goes on', () => {
  const next = Object.fromEntries(
    Object.entries(treatments).map(([name, rule]) => [name, `${rule.next} ${rule.scope}`]),
  );
  expect(next).toEqual({
    stop_channel: 'hold channel',
    account_hold: 'hold account',
    reregister: 'hold channel',
    slow_lane: 'retry channel',
    delay_person: 'retry person',
    stop_campaigns: 'retry campaigns',
    retry: 'retry message',
    media_retry: 'retry message',
    marketing_cap: 'retry person',
    window_closed: 'fail person',
    undeliverable: 'fail person',
    opted_out: 'fail person',
    final: 'fail message',
    bad_request: 'fail message',
    template_mismatch: 'fail message',
    template_paused: 'fail campaigns',
    flow_fallback: 'fail message',
    feature_off: 'fail channel',
  });
  expect(treatments.marketing_cap.afterMs).toBeGreaterThanOrEqual(86_400_000);
  expect(treatments.media_retry.tries).toBe(1);
  expect(classifyAnswer({ status: 500, code: 131057, detail: '' }).afterMs).toBeGreaterThanOrEqual(60_000);
});

test('only our own mistakes are called ours', () => {
  const ours = Object.entries(treatments).filter(([, rule]) => rule.ourFault);
  expect(ours.map(([name]) => name)).toEqual(['bad_request', 'template_mismatch']);
});

test('every sentence is said in three languages, each its own', () => {
  for (const [name, said] of Object.entries(sendSentences)) {
    expect(new Set([said['pt-BR'], said.en, said.es]).size, name).toBe(3);
    for (const sentence of Object.values(said)) expect(sentence, name).toMatch(/^[A-ZÀ-Ú].{20,180}\.$/u);
  }
  for (const rule of Object.values(treatments)) expect(sendSentences).toHaveProperty(rule.sentence);
});
