import { createStore } from '../../api/index.ts';
import { sayPresence } from '../../realtime/index.ts';

/** Whether I serve now; said again after every reconnect. */
export const availability = createStore<'online' | 'away'>(
  sessionStorage.getItem('balcao-away') === 'yes' ? 'away' : 'online',
);

export function setAvailability(state: 'online' | 'away'): void {
  availability.set(state);
  sessionStorage.setItem('balcao-away', state === 'away' ? 'yes' : 'no');
  sayPresence(state);
}
