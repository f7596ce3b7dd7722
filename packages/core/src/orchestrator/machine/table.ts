import type { BotState } from '@balcao/contract';
import type { EffectName } from './effects/all-effects.ts';
import type { GuardName } from './guards.ts';
import type { BotEvent, Target } from './words.ts';

/** One row of the table. The first that fits is taken; the last of an event has no guard and fits every state. */
export interface Row {
  readonly id: string;
  readonly from: readonly BotState[] | 'any';
  readonly on: BotEvent;
  readonly when?: GuardName;
  readonly to: Target;
  readonly do: readonly EffectName[];
}

const row = (
  id: string,
  from: Row['from'],
  on: BotEvent,
  to: Target,
  effects: readonly EffectName[],
  when?: GuardName,
): Row => ({ id, from, on, to, do: effects, ...(when === undefined ? {} : { when }) });

const people: readonly BotState[] = ['waiting_person', 'with_person'];

/** How a talk goes. docs/states.md is drawn from it by a script; each row has its test. */
export const table: readonly Row[] = [
  // Before anything is said.
  row('nothing', 'any', 'nothing', 'same', []),
  row('someone-serves', 'any', 'person_has_floor', 'with_person', ['step_aside'], 'someone_serves'),
  row('others-word', 'any', 'person_has_floor', 'waiting_person', ['step_aside']),
  row('late-and-gone', 'any', 'late_words', 'waiting_person', ['hand_over_silently'], 'far_too_late'),
  row('late', 'any', 'late_words', 'confirming', ['say_late']),
  row('loop', 'any', 'loops', 'waiting_person', ['hand_over']),
  row('hops', 'any', 'too_many_hops', 'waiting_person', ['hand_over']),

  // The customer speaks.
  row('flow-step', 'any', 'step', 'flow', ['run_flow']),
  row('greeted-mid-flow', ['collecting', 'identifying'], 'greets', 'same', ['greet', 'repeat_question']),
  row('greeted-in-question', ['confirming'], 'greets', 'same', ['repeat_pending']),
  row('greeted-with-menu', 'any', 'greets', 'triage', ['greet', 'offer_menu'], 'has_menu'),
  row('greeted', 'any', 'greets', 'triage', ['greet']),
  row('asked-for-menu', 'any', 'asks', 'triage', ['offer_menu'], 'menu_is_the_answer'),
  row('asked-by-rule', 'any', 'asks', 'waiting_person', ['hand_over'], 'person_is_the_answer'),
  row('asked', 'any', 'asks', 'answering', ['ask_answer']),
  row('wordless-again', 'any', 'wordless', 'waiting_person', ['hand_over'], 'failed_enough'),
  row('wordless', 'any', 'wordless', 'triage', ['miss', 'ask_for_words']),
  row('thanked-mid-flow', ['collecting', 'identifying'], 'thanks', 'same', ['say_welcome', 'repeat_question']),
  row('thanked', 'any', 'thanks', 'closing', ['say_welcome']),
  row('goodbye-rated', 'any', 'says_goodbye', 'rating', ['say_goodbye', 'ask_rating'], 'rating_wanted'),
  row('goodbye', 'any', 'says_goodbye', 'closed', ['say_goodbye', 'resolve']),
  row(
    'yes-to-person',
    ['confirming', 'error', 'timeout'],
    'says_yes',
    'waiting_person',
    ['hand_over'],
    'person_offered',
  ),
  row('yes-to-tool', ['confirming'], 'says_yes', 'answering', ['run_tool'], 'tool_waits'),
  row('yes-to-erasure', ['confirming'], 'says_yes', 'triage', ['erase_memory', 'say_erased'], 'erasure_waits'),
  row('yes-to-question', ['confirming'], 'says_yes', 'answering', ['ask_pending'], 'question_waits'),
  row('yes', 'any', 'says_yes', 'triage', ['ask_what']),
  row('no-to-tool', ['confirming'], 'says_no', 'triage', ['say_not_done'], 'tool_waits'),
  row('no-to-erasure', ['confirming'], 'says_no', 'triage', ['say_not_done'], 'erasure_waits'),
  row('no-to-question', ['confirming'], 'says_no', 'closing', ['say_fine'], 'question_waits'),
  row('no-to-more-rated', ['closing'], 'says_no', 'rating', ['say_goodbye', 'ask_rating'], 'rating_wanted'),
  row('no-to-more', ['closing'], 'says_no', 'closed', ['say_goodbye', 'resolve']),
  row('no', 'any', 'says_no', 'triage', ['ask_what']),
  row('wants-person', 'any', 'wants_person', 'waiting_person', ['hand_over']),
  row('angry', 'any', 'is_angry', 'waiting_person', ['raise_priority', 'hand_over']),
  row('sensitive', 'any', 'is_sensitive', 'waiting_person', ['hand_over']),
  row('opts-out', 'any', 'opts_out', 'closing', ['opt_out', 'say_opted_out']),
  row('memory-shown', 'any', 'asks_memory', 'triage', ['show_memory']),
  row('erasure-asked', 'any', 'wants_erased', 'confirming', ['ask_erase']),
  row('rule-hands-over', 'any', 'rule_hands_over', 'waiting_person', ['hand_over']),
  row('rule-says-mid-flow', ['collecting', 'identifying'], 'rule_says', 'same', ['say_rule', 'repeat_question']),
  row('rule-says', 'any', 'rule_says', 'triage', ['say_rule']),
  row('rated', 'any', 'rates', 'closed', ['keep_rating', 'thank_rating', 'resolve']),
  row('waits', 'any', 'waits', 'same', []),

  // What was asked of the world comes back.
  row('flow-answered', 'any', 'answered', 'flow', ['say_answer', 'resume_answered'], 'flow_awaits_answer'),
  row('answered-mid-flow', 'any', 'answered', 'flow', ['say_answer', 'repeat_question'], 'flow_waits'),
  row('answered', 'any', 'answered', 'triage', ['say_answer']),
  row('flow-unsure', 'any', 'unsure', 'flow', ['note_unanswered', 'resume_unsure'], 'flow_knows_unsure'),
  row('unsure-again', 'any', 'unsure', 'waiting_person', ['note_unanswered', 'hand_over'], 'failed_enough'),
  row('unsure', 'any', 'unsure', 'confirming', ['miss', 'note_unanswered', 'offer_person']),
  row('refused', 'any', 'refused', 'triage', ['say_draft']),
  row('needs-yes', 'any', 'needs_yes', 'confirming', ['ask_yes']),
  row('answer-hands-over', 'any', 'answer_hands_over', 'waiting_person', ['hand_over']),
  row('failed-again', 'any', 'failed', 'waiting_person', ['hand_over'], 'failed_enough'),
  row('failed', 'any', 'failed', 'error', ['miss', 'say_error']),
  row('too-late-again', 'any', 'too_late', 'waiting_person', ['hand_over'], 'failed_enough'),
  row('too-late', 'any', 'too_late', 'timeout', ['miss', 'say_timeout']),
  row('fetched', 'any', 'fetched', 'flow', ['resume_fetched']),
  row('tool-done', 'any', 'tool_done', 'triage', ['say_tool']),
  row('tool-failed', 'any', 'tool_failed', 'error', ['miss', 'say_error']),

  // The clock, and people.
  row('flow-wakes', 'any', 'wakes', 'flow', ['resume_time']),
  row('resolved-rated', 'any', 'resolved', 'rating', ['ask_rating'], 'rating_wanted'),
  row('resolved', 'any', 'resolved', 'closed', []),
  row('stuck', ['answering'], 'idle', 'timeout', ['miss', 'say_timeout']),
  row('idle-with-people', people, 'idle', 'same', []),
  row('idle-closed', ['closed'], 'idle', 'same', []),
  row('idle-rating', ['rating'], 'idle', 'closed', ['resolve']),
  row('idle-closing-rated', ['closing'], 'idle', 'rating', ['ask_rating'], 'rating_wanted'),
  row('idle-closing', ['closing'], 'idle', 'closed', ['resolve']),
  row('nudge', 'any', 'idle', 'same', ['nudge'], 'may_nudge'),
  row('idle', 'any', 'idle', 'closed', ['say_idle_close', 'resolve']),
];
