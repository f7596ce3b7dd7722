/** Wakes the runners of this process after a commit. A hint only: rows are the queue, and every runner looks by itself each second. */
/** `lined`: the lanes are to be looked through as well. */
type Listener = (lined: boolean) => void;

const listeners = new Set<Listener>();

export function ring(lined: boolean): void {
  for (const listener of listeners) listener(lined);
}

export function onRing(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
