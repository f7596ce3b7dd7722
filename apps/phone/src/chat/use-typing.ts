import { useCallback, useSyncExternalStore } from 'react';

/** True until that moment of the simulator's clock. */
export function useTyping(until: number, clockSkew: number): boolean {
  const end = until - clockSkew;
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = window.setTimeout(changed, Math.max(0, end - Date.now()) + 20);
      return () => window.clearTimeout(timer);
    },
    [end],
  );
  return useSyncExternalStore(subscribe, () => Date.now() < end);
}
