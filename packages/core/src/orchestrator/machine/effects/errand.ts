import type { Making } from '../making.ts';
import { giveUpAt } from './give-up-at.ts';

/** For whoever takes over: what they came for, and what they ask now. */
function wants(making: Making, question: string): void {
  making.memory.wants ??= question.slice(0, 500);
  making.memory.asking = question.slice(0, 2_000);
}

/** What is asked of the outside world. */
export const errandEffects = {
  ask_answer(making: Making) {
    const { text } = making.input;
    wants(making, text);
    making.errand = { kind: 'answer', question: text, giveUpAt: giveUpAt(making) };
  },
  /** What they had asked before, now that they say that it still matters. */
  ask_pending(making: Making) {
    const question = making.before.memory.pending?.question ?? making.input.text;
    wants(making, question);
    making.errand = { kind: 'answer', question, giveUpAt: giveUpAt(making) };
  },
  run_tool(making: Making) {
    const { tool = '', args } = making.before.memory.pending ?? {};
    making.errand = { kind: 'tool', tool, args, giveUpAt: giveUpAt(making) };
  },
  miss(making: Making) {
    making.memory.failures = (making.memory.failures ?? 0) + 1;
  },
  note_unanswered(making: Making) {
    making.unanswered = making.memory.asking ?? making.input.text;
  },
};
