import type { SendSentence, Treatment } from '../../port/index.ts';

export interface TableEntry {
  readonly treatment: Treatment;
  readonly meaning: string;
  /** Where the treatment's own waiting time does not fit. */
  readonly afterMs?: number;
  /** Where the treatment's own sentence says too little. */
  readonly sentence?: SendSentence;
}

const minute = 60_000;
const entry = (
  treatment: Treatment,
  meaning: string,
  more: Omit<TableEntry, 'treatment' | 'meaning'> = {},
): TableEntry => ({
  treatment,
  meaning,
  ...more,
});

const exact: ReadonlyMap<number, TableEntry> = new Map([
  // The key no longer opens the door.
  [0, entry('stop_channel', 'authentication failed')],
  [3, entry('stop_channel', 'capability or permission missing')],
  [10, entry('stop_channel', 'permission denied or removed')],
  [190, entry('stop_channel', 'access token expired')],
  [131005, entry('stop_channel', 'access denied')],

  // Too fast.
  [4, entry('slow_lane', 'application call limit', { afterMs: minute })],
  [80007, entry('slow_lane', 'account call limit', { afterMs: minute })],
  [130429, entry('slow_lane', "the number's throughput")],
  [131056, entry('delay_person', 'too many to this person')],
  [131048, entry('stop_campaigns', 'spam limit')],
  [131064, entry('stop_campaigns', 'limit of the portfolio')],

  // This person, now.
  [131047, entry('window_closed', 'more than 24 hours since the customer wrote')],
  [131026, entry('undeliverable', 'cannot be delivered')],
  [131030, entry('undeliverable', "not on the test number's list")],
  [131021, entry('undeliverable', 'sender and recipient are the same')],
  [131049, entry('marketing_cap', "the person's marketing cap")],
  [131050, entry('opted_out', 'the person stopped marketing messages')],
  [130472, entry('final', "part of Meta's experiment")],
  [137000, entry('final', "the person's identity key changed")],

  // Their bad moment.
  [1, entry('retry', 'unknown at Meta')],
  [2, entry('retry', 'service temporarily down')],
  [131000, entry('retry', 'something went wrong')],
  [131016, entry('retry', 'service overloaded')],
  [131057, entry('retry', 'account being moved or upgraded', { afterMs: 3 * minute })],
  [133000, entry('retry', 'a deregistration has to end first', { afterMs: minute })],
  [133004, entry('retry', 'server temporarily unavailable')],
  [135000, entry('retry', 'generic, no reason given')],

  // Our bad request.
  [33, entry('bad_request', 'the number id does not exist here')],
  [100, entry('bad_request', 'invalid parameter')],
  [131008, entry('bad_request', 'required parameter missing')],
  [131009, entry('bad_request', 'parameter value not valid')],
  [131051, entry('bad_request', 'message type not supported')],
  [131052, entry('media_retry', 'their file could not be fetched')],
  [131053, entry('media_retry', 'our file could not be taken')],

  // The account or the number needs somebody.
  [368, entry('account_hold', 'blocked for policy')],
  [130497, entry('account_hold', 'may not write to this country')],
  [131031, entry('account_hold', 'account locked')],
  [131037, entry('account_hold', 'display name not approved')],
  [131042, entry('account_hold', 'payment method missing or refused')],
  [131044, entry('account_hold', 'payment method missing for calls')],
  [131045, entry('reregister', 'registration certificate wrong')],
  [133005, entry('reregister', 'two-step PIN wrong')],
  [133006, entry('reregister', 'number not verified')],
  [133008, entry('reregister', 'too many PIN attempts')],
  [133009, entry('reregister', 'PIN entered too fast')],
  [133010, entry('reregister', 'number not registered')],
  [133015, entry('reregister', 'number deleted a moment ago')],
  [133016, entry('reregister', 'too many registrations')],

  // Templates and Flows.
  [132000, entry('template_mismatch', 'number of parameters differs')],
  [132001, entry('template_mismatch', 'template or language does not exist')],
  [132005, entry('template_mismatch', 'text too long once filled')],
  [132007, entry('template_mismatch', 'content against the policy')],
  [132008, entry('template_mismatch', 'parameter value not valid')],
  [132012, entry('template_mismatch', 'parameter format differs')],
  [132015, entry('template_paused', 'template paused for quality')],
  [132016, entry('template_paused', 'template disabled for quality')],
  [132068, entry('flow_fallback', 'Flow blocked')],
  [132069, entry('flow_fallback', 'Flow throttled')],

  // Not for this number or person.
  [131020, entry('feature_off', 'group not usable')],
  [131041, entry('feature_off', 'group unknown')],
  [131059, entry('feature_off', 'group cursor not valid')],
  [131062, entry('feature_off', 'user id not allowed here')],
  [131063, entry('feature_off', 'marketing templates are off for this number')],
  [134011, entry('feature_off', 'payments terms not accepted')],
]);

/** Whole families, looked at when no exact code fits. */
const families: readonly { from: number; to: number; entry: TableEntry }[] = [
  { from: 200, to: 299, entry: entry('stop_channel', 'permission missing') },
  { from: 131200, to: 131215, entry: entry('feature_off', 'groups') },
  { from: 132000, to: 132099, entry: entry('template_mismatch', 'template') },
  { from: 138000, to: 138018, entry: entry('feature_off', 'calls') },
];

export function entryOf(code: number): TableEntry | undefined {
  return exact.get(code) ?? families.find((family) => code >= family.from && code <= family.to)?.entry;
}
