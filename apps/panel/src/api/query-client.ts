import { ApiProblem } from '@balcao/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** Worth another try by itself: the server was away or stumbled. What it refused stays refused. */
const passes = (error: unknown): boolean =>
  error instanceof ApiProblem && ['unreachable', 'unavailable', 'internal', 'too_many_requests'].includes(error.code);

let onSignedOut: (() => void) | undefined;
/** What happens when the server no longer knows us; the shell says it once. */
export function whenSignedOut(run: (() => void) | undefined): void {
  onSignedOut = run;
}

function look(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'unauthenticated') onSignedOut?.();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: look }),
  mutationCache: new MutationCache({ onError: look }),
  defaultOptions: {
    queries: {
      // Realtime events keep what is shown true; this is for what they do not tell.
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && passes(error),
      retryDelay: (attempt) => Math.min(8_000, 600 * 2 ** attempt),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
