import { settingsVerbs } from './settings.ts';
import { talkVerbs } from './talks.ts';
import { toolVerbs } from './tools.ts';

export const botVerbs = { ...settingsVerbs, ...talkVerbs, ...toolVerbs };
