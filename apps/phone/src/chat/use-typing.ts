import { useEffect, useState } from 'react';

/** True until that moment of the simulator's clock. */
export function useTyping(until: number, clockSkew: number): boolean {
  const [, again] = useState(0);
  const left = until - clockSkew - Date.now();
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = window.setTimeout(() => again((count) => count + 1), left + 20);
    return () => window.clearTimeout(timer);
  }, [left]);
  return left > 0;
}
