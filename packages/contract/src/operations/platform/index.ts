import { notificationsList, notificationsRead } from './notifications.ts';
import { presenceList } from './presence.ts';
import { pushKey, pushPreferences, pushSetPreferences, pushSubscribe, pushUnsubscribe } from './push.ts';

export type { PresenceState } from './presence.ts';
export type { PushPayload } from './push.ts';

/** Declared in the files beside, one for each resource. */
export const platformOperations = {
  [notificationsList.name]: notificationsList,
  [notificationsRead.name]: notificationsRead,
  [presenceList.name]: presenceList,
  [pushKey.name]: pushKey,
  [pushSubscribe.name]: pushSubscribe,
  [pushUnsubscribe.name]: pushUnsubscribe,
  [pushPreferences.name]: pushPreferences,
  [pushSetPreferences.name]: pushSetPreferences,
} as const;
