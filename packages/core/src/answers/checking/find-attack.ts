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

/** The sound of a text is judged by how attempts sound: in what the company itself keeps, it has to be loud. */
const LOUD = 0.9;

/** Whatever others wrote and we were to pass on: a page, a name, what a system answered. With an attempt in it, it stays here. */
export function isSafe(text: string): boolean {
  const { attack, score, signs } = detectAttack(text);
  return !attack || (score < LOUD && signs.every((sign) => sign === 'sound'));
}
