import type { SendSentence } from './send-sentences.ts';

/** The named send errors: how a refusal is treated, whatever the provider's own code. */
export type Treatment =
  | 'stop_channel'
  | 'slow_lane'
  | 'delay_person'
  | 'stop_campaigns'
  | 'window_closed'
  | 'undeliverable'
  | 'marketing_cap'
  | 'opted_out'
  | 'final'
  | 'retry'
  | 'bad_request'
  | 'media_retry'
  | 'account_hold'
  | 'reregister'
  | 'template_mismatch'
  | 'template_paused'
  | 'flow_fallback'
  | 'feature_off';

export interface TreatmentRule {
  /** retry: by itself, later. hold: kept in the queue until a person mends the channel, never marked failed. fail: the end. */
  readonly next: 'retry' | 'hold' | 'fail';
  /** retry: how long to wait the first time (back off from there). */
  readonly afterMs: number;
  /** retry: how many more attempts are worth making. */
  readonly tries: number;
  /** What must wait or stop: this message, everything to this person, the number, campaigns only, the whole account. */
  readonly scope: 'message' | 'person' | 'channel' | 'campaigns' | 'account';
  /** A defect of ours: wakes a developer, shown to the attendant as such. */
  readonly ourFault: boolean;
  readonly sentence: SendSentence;
}

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

const fail = (scope: TreatmentRule['scope'], sentence: SendSentence, ourFault = false): TreatmentRule => ({
  next: 'fail',
  afterMs: 0,
  tries: 0,
  scope,
  ourFault,
  sentence,
});
const hold = (scope: TreatmentRule['scope'], sentence: SendSentence): TreatmentRule => ({
  next: 'hold',
  afterMs: 0,
  tries: 0,
  scope,
  ourFault: false,
  sentence,
});
const again = (
  scope: TreatmentRule['scope'],
  sentence: SendSentence,
  afterMs: number,
  tries: number,
): TreatmentRule => ({ next: 'retry', afterMs, tries, scope, ourFault: false, sentence });

export const treatments: Readonly<Record<Treatment, TreatmentRule>> = {
  stop_channel: hold('channel', 'channel_stopped'),
  account_hold: hold('account', 'account_on_hold'),
  reregister: hold('channel', 'number_not_registered'),
  slow_lane: again('channel', 'sending_slowly', 2 * second, 50),
  delay_person: again('person', 'sending_slowly', 6 * second, 50),
  stop_campaigns: again('campaigns', 'spam_limit', 5 * minute, 3),
  retry: again('message', 'trying_again', second, 15),
  media_retry: again('message', 'media_refused', second, 1),
  marketing_cap: again('person', 'marketing_cap', day, 3),
  window_closed: fail('person', 'window_closed'),
  undeliverable: fail('person', 'undeliverable'),
  opted_out: fail('person', 'opted_out'),
  final: fail('message', 'not_delivered'),
  bad_request: fail('message', 'our_mistake', true),
  template_mismatch: fail('message', 'template_mismatch', true),
  template_paused: fail('campaigns', 'template_paused'),
  flow_fallback: fail('message', 'flow_unavailable'),
  feature_off: fail('channel', 'feature_off'),
};
