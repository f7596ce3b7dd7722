import { notificationVerbs } from './notifications.ts';
import { presenceVerbs } from './presence.ts';
import { pushVerbs } from './push.ts';

export const platformVerbs = { ...notificationVerbs, ...presenceVerbs, ...pushVerbs };
