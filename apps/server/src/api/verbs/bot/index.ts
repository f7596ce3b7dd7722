import { settingsVerbs } from './settings.ts';
import { talkVerbs } from './talks.ts';

export const botVerbs = { ...settingsVerbs, ...talkVerbs };
