import { detectAttack } from '@balcao/ai/local';
import type { AnswerRequest, Made } from '../types.ts';

/** An attempt on the bot in what the customer says or sends along: then no model is asked and no tool called. */
export function findAttack({ question, attached = [] }: Pick<AnswerRequest, 'question' | 'attached'>): Made['attack'] {
  const found = [question, ...attached.map((one) => one.text)].map(detectAttack).filter((one) => one.attack);
  if (found.length === 0) return undefined;
  return {
    score: Math.max(...found.map((one) => one.score)),
    signs: [...new Set(found.flatMap((one) => one.signs))],
  };
}

/** Whatever others wrote and we were to pass on: a page, a name, what a system answered. With an attempt in it, it stays here. */
export const isSafe = (text: string): boolean => !detectAttack(text).attack;
