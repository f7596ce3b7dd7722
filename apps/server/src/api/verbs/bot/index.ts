import { talkVerbs } from './talks.ts';

export const botVerbs = { ...talkVerbs };
