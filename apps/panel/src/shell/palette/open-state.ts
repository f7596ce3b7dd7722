import { createStore } from '../../api/index.ts';

/** Which of the two is open. Both are fetched with their first opening. */
export const overlay = createStore<'palette' | 'help' | undefined>(undefined);
export const openPalette = (): void => overlay.set('palette');
export const openHelp = (): void => overlay.set('help');
export const closeOverlay = (): void => overlay.set(undefined);
