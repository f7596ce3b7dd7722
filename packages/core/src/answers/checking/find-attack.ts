import { detectAttack } from '@balcao/ai/local';
import type { AnswerRequest, Attached, Made } from '../types.ts';

/** An attempt on the bot in what the customer says or sends along: then no model is asked and no tool called. */
export function findAttack({ question, attached = [] }: Pick<AnswerRequest, 'question' | 'attached'>): Made['attack'] {
  const found = [
    ...[question, ...attached.filter(isShort).map((one) => one.text)].map(detectAttack),
    ...attached.filter((one) => !isShort(one)).map((one) => heard(one.text)),
  ].filter((one) => one.attack);
  if (found.length === 0) return undefined;
  return {
    score: Math.max(...found.map((one) => one.score)),
    signs: [...new Set(found.flatMap((one) => one.signs))],
  };
}

/** The sound of a text is judged by how attempts sound: in what is long, or kept by the company itself, it has to be loud. */
const LOUD = 0.9;

function heard(text: string): ReturnType<typeof detectAttack> {
  const signs = detectAttack(text);
  return { ...signs, attack: signs.attack && (signs.score >= LOUD || signs.signs.some((sign) => sign !== 'sound')) };
}

/** A contract of ten pages sounds like many things, and what is quoted may be our own words. */
const isShort = ({ kind }: Attached): boolean => kind === 'caption';

/** Whatever others wrote and we were to pass on: a page, a name, what a system answered. With an attempt in it, it stays here. */
export const isSafe = (text: string): boolean => !heard(text).attack;
