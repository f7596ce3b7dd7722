import type { BotState } from '@balcao/contract';

/** Where a talk can stand, and what that means. */
export const states: Readonly<Record<BotState, string>> = {
  greeting: 'nothing was said yet',
  identifying: 'the flow asked who they are',
  triage: 'the bot listens: it does not know yet what they want, or has answered and waits for more',
  collecting: 'the flow asked for something and waits for it',
  answering: 'an errand is under way: a model, an HTTP step, a tool',
  confirming: 'a question of yes or no was asked',
  waiting_person: 'people have the word and nobody has taken the ticket yet',
  with_person: 'a person, the phone app or Meta’s agent has the word',
  closing: 'they thanked or said goodbye',
  rating: 'they were asked how it was',
  closed: 'it is over; the next word begins anew',
  error: 'something failed and they were told; they may ask again or take a person',
  timeout: 'an answer did not come in time and they were told; they may ask again or take a person',
};
export const stateNames = Object.keys(states) as BotState[]; // the keys of a const object are its type's

/** What can happen to a talk. */
export const events = {
  nothing: 'nothing that wants an answer',
  person_has_floor: 'somebody else has the word',
  late_words: 'words that reached us long after they were written',
  loops: 'the other side seems to be a program',
  too_many_hops: 'it went back and forth between bot and queue too often',
  step: 'the flow takes the words',
  greets: 'a greeting and no more',
  asks: 'words to be answered',
  wordless: 'an image, a voice message, a sticker: nothing to read',
  thanks: 'thanks',
  says_goodbye: 'goodbye',
  says_yes: 'yes',
  says_no: 'no',
  wants_person: 'they want a person',
  is_angry: 'they are angry, or complain',
  is_sensitive: 'a subject for a person',
  opts_out: 'they want no more messages',
  asks_memory: 'what is remembered of them?',
  wants_erased: 'they want forgotten what is remembered of them',
  rule_hands_over: 'the flow’s rule for this intent: a person',
  rule_says: 'the flow’s rule for this intent: a sentence',
  rates: 'a mark from 1 to 5',
  answered: 'an answer is here',
  unsure: 'there is no source for an answer',
  refused: 'the question is not to be answered',
  needs_yes: 'a tool wants the customer’s yes',
  answer_hands_over: 'the answer is a person',
  failed: 'the errand failed',
  too_late: 'the errand did not come in time',
  waits: 'words while a tool or the flow’s HTTP step is under way',
  fetched: 'the flow’s HTTP step is back, or was given up',
  tool_done: 'the tool did it',
  tool_failed: 'the tool did not',
  idle: 'nobody wrote for a while',
  wakes: 'the flow’s time to wait is over',
  resolved: 'a person resolved the ticket',
} as const;
export type BotEvent = keyof typeof events;
export const eventNames = Object.keys(events) as BotEvent[]; // the keys of a const object are its type's

/** `flow`: wherever the flow’s next step leads. `same`: it stays. */
export type Target = BotState | 'same' | 'flow';
