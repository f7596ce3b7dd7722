import { meVerbs } from './me.ts';
import { sessionVerbs } from './session.ts';
import { setupVerbs } from './setup.ts';

export const accessVerbs = { ...sessionVerbs, ...setupVerbs, ...meVerbs };
