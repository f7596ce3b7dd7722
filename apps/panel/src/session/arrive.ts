import { rememberWorkspace } from '../api/index.ts';

/** Only addresses of ours: whoever made the link does not choose where a person lands after signing in. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/.test(next) && !/^\/(sign-in|welcome|reset)/.test(next) ? next : '/inbox';

/** Signed in just now. The page is loaded anew: nothing that was known of anybody else before stays in memory. */
export function arrive(next?: string, workspaceId?: string): void {
  if (workspaceId !== undefined) rememberWorkspace(workspaceId);
  location.assign(safeNext(next));
}
