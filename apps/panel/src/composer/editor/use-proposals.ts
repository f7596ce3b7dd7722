import { type KeyboardEvent, useState } from 'react';
import { findToken, type Token } from '../canned/find-token.ts';

export interface ProposalKeys {
  readonly token: Token | undefined;
  readonly active: number;
  /** The text or the cursor changed. */
  look(text: string, cursor: number): void;
  close(): void;
  /** True: the key was for the list. */
  onKey(event: KeyboardEvent, count: number, pick: (index: number) => void): boolean;
}

/** Whether a /shortcut or an @name is being written, and which proposal the keys are on. */
export function useProposals(sign: '/' | '@'): ProposalKeys {
  const [token, setToken] = useState<Token | undefined>(undefined);
  const [active, setActive] = useState(0);
  // Esc closes it until the next sign is written.
  const [shut, setShut] = useState<number | undefined>(undefined);
  const open = token !== undefined && token.from !== shut ? token : undefined;
  return {
    token: open,
    active,
    look(text, cursor) {
      const next = findToken(text, cursor, sign);
      if (next?.word !== token?.word) setActive(0);
      if (next === undefined) setShut(undefined);
      setToken(next);
    },
    close: () => setShut(token?.from),
    onKey(event, count, pick) {
      if (!open) return false;
      if (event.key === 'Escape') setShut(open.from);
      else if (count === 0) return false;
      else if (event.key === 'ArrowDown') setActive((now) => (now + 1) % count);
      else if (event.key === 'ArrowUp') setActive((now) => (now + count - 1) % count);
      else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') pick(Math.min(active, count - 1));
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
