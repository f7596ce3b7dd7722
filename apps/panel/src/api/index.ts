export { ApiProblem, type Input, type Output, type ReadName } from '@balcao/client';
export { api } from './client.ts';
export {
  keyOf,
  patch,
  refresh,
  useRead,
  useReadPages,
  useWrite,
} from './hooks.ts';
export { queryClient, whenSignedOut } from './query-client.ts';
export { createStore, useStore } from './store.ts';
export { currentWorkspace, keepWorkspace, rememberWorkspace, useWorkspaceId } from './workspace.ts';
