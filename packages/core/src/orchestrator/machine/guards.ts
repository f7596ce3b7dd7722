import type { Making } from './making.ts';

/** So long after it was written a message is not asked about any more: people look at it. */
const FAR_TOO_LATE_MS = 12 * 3_600_000;

/** What a row may ask before it fits. */
export const guards = {
  someone_serves: ({ facts }: Making) => facts.floor !== 'person' || facts.served === true,
  far_too_late: ({ facts, windowOpen }: Making) =>
    facts.policy === undefined ||
    !windowOpen ||
    facts.messages.every((message) => facts.now - message.at > FAR_TOO_LATE_MS),
  has_menu: ({ menuStep }: Making) => menuStep !== undefined,
  menu_is_the_answer: ({ facts, menuStep }: Making) =>
    facts.flow?.assistant?.otherwise === 'menu' && menuStep !== undefined && facts.understood?.sure !== true,
  person_is_the_answer: ({ facts }: Making) =>
    facts.flow?.assistant?.otherwise === 'handoff' && facts.understood?.sure !== true,
  failed_enough: ({ facts, memory }: Making) => (memory.failures ?? 0) + 1 >= (facts.policy?.failures ?? 2),
  rating_wanted: ({ facts, windowOpen }: Making) => facts.policy?.rating === true && windowOpen,
  person_offered: ({ before }: Making) => before.memory.pending?.what === 'person',
  tool_waits: ({ before }: Making) => before.memory.pending?.what === 'tool',
  erasure_waits: ({ before }: Making) => before.memory.pending?.what === 'erase',
  question_waits: ({ before }: Making) => before.memory.pending?.what === 'question',
  flow_awaits_answer: ({ before }: Making) => before.flow?.pending === 'answer',
  flow_waits: ({ before }: Making) => before.flow?.waiting === true,
  /** Only where the flow says where to go then. */
  flow_knows_unsure: ({ facts, before }: Making) => {
    const step = before.flow?.pending === 'answer' ? facts.flow?.steps[before.flow.step] : undefined;
    return step !== undefined && 'answer' in step && step.answer.unsure !== undefined;
  },
  may_nudge: ({ facts, before, windowOpen }: Making) =>
    windowOpen && before.memory.nudged !== true && (facts.policy?.nudgeMs ?? 0) > 0,
} satisfies Readonly<Record<string, (making: Making) => boolean>>;

export type GuardName = keyof typeof guards;
