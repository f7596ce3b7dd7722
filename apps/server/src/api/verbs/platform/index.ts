import { presenceVerbs } from './presence.ts';

export const platformVerbs = { ...presenceVerbs };
