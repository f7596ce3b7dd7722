import { createClient } from '@balcao/client';
import { currentLanguage } from '../text/index.ts';
import { currentWorkspace } from './workspace.ts';

/** The panel's only way to the server. In components use the hooks of this folder; here for what is no component. */
export const api = createClient({
  baseUrl: '',
  retries: 0, // the query client asks again
  headers: () => {
    const workspace = currentWorkspace();
    return { 'accept-language': currentLanguage(), ...(workspace ? { 'x-workspace': workspace } : {}) };
  },
});
