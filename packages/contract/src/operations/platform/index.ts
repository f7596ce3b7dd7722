import { presenceList } from './presence.ts';
import { pushKey, pushPreferences, pushSetPreferences, pushSubscribe, pushUnsubscribe } from './push.ts';

export type { PresenceState } from './presence.ts';
export type { PushPayload } from './push.ts';

/** Declared in the files beside, one for each resource. */
export const platformOperations = {
  [presenceList.name]: presenceList,
  [pushKey.name]: pushKey,
  [pushSubscribe.name]: pushSubscribe,
  [pushUnsubscribe.name]: pushUnsubscribe,
  [pushPreferences.name]: pushPreferences,
  [pushSetPreferences.name]: pushSetPreferences,
} as const;
