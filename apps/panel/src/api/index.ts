export { ApiProblem, type Input, type Output, type ReadName, type WriteName } from '@balcao/client';
export { api } from './client.ts';
export {
  keyOf,
  patch,
  type ReadOptions,
  refresh,
  useRead,
  useReadPages,
  useWrite,
  type WriteOptions,
} from './hooks.ts';
export { queryClient, whenSignedOut } from './query-client.ts';
export { createStore, type Store, useStore } from './store.ts';
export { currentWorkspace, keepWorkspace, useWorkspaceId } from './workspace.ts';
