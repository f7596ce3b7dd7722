import { createHash } from 'node:crypto';
import type { Bot } from '../settings/types.ts';

/** What an answer rests on: with another knowledge, prompt, persona or language it is another answer. */
export interface Ground {
  readonly knowledgeVersion: string;
  readonly language: string;
}

export const groundOf = (bot: Bot, { knowledgeVersion, language }: Ground): string =>
  `${knowledgeVersion} ${bot.prompt.label} ${bot.version} ${language}`;

export const hashOf = (words: readonly string[]): string => createHash('sha256').update(words.join(' ')).digest('hex');

/** Fewer words say too little to be the same question. */
export const FEWEST_WORDS = 2;
export const MOST_WORDS = 25;
export const fitsCache = (words: readonly string[]): boolean =>
  words.length >= FEWEST_WORDS && words.length <= MOST_WORDS;
