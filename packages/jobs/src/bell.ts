/** Wakes the runners of this process after a commit. A hint only: rows are the queue, and every runner looks by itself each second. */
type Listener = () => void;

const listeners = new Set<Listener>();

export function ring(): void {
  for (const listener of listeners) listener();
}

export function onRing(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
