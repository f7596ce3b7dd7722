import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type HeldList, holdOrder } from '../feed/hold-order.ts';
import type { InboxItem } from '../feed/inbox-question.ts';

/** A pointer that rests so long over the list points at nothing any more. */
const RESTS_MS = 4_000;

interface Held extends HeldList {
  /** Somebody moves over the list, or works in it. */
  readonly onPointer: () => void;
  readonly onPointerGone: () => void;
  readonly letGo: () => void;
}

/** The order of the list as it may be shown now: held while somebody points at it or has scrolled into it. */
export function useHeldOrder(items: readonly InboxItem[], scrolled: boolean): Held {
  const [pointing, setPointing] = useState(false);
  const [held, setHeld] = useState<readonly InboxItem[]>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hold = pointing || scrolled;
  if (hold && held === undefined && items.length > 0) setHeld(items);
  if (!hold && held !== undefined) setHeld(undefined);

  const onPointerGone = useCallback(() => {
    clearTimeout(timer.current);
    setPointing(false);
  }, []);
  const onPointer = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setPointing(false), RESTS_MS);
    setPointing(true);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const letGo = useCallback(() => setHeld(undefined), []);
  const list = useMemo(() => holdOrder(hold ? held : undefined, items), [hold, held, items]);
  return { ...list, onPointer, onPointerGone, letGo };
}
