import { presenceVerbs } from './presence.ts';
import { pushVerbs } from './push.ts';

export const platformVerbs = { ...presenceVerbs, ...pushVerbs };
