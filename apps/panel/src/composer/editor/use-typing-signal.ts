import { useEffect, useMemo } from 'react';
import { sayTyping } from '../../realtime/index.ts';

const AGAIN_MS = 5_000;
const STILL_MS = 4_000;

interface TypingSignal {
  typed(): void;
  stopped(): void;
}

/** Tells colleagues that somebody writes here: again every five seconds, and when it ends. */
export function useTypingSignal(conversationId: string): TypingSignal {
  const signal = useMemo(() => makeSignal(conversationId), [conversationId]);
  useEffect(() => signal.stopped, [signal]);
  return signal;
}

function makeSignal(conversationId: string): TypingSignal {
  let saidAt = 0;
  let still: ReturnType<typeof setTimeout> | undefined;
  const stopped = () => {
    clearTimeout(still);
    if (saidAt === 0) return;
    saidAt = 0;
    sayTyping(conversationId, false);
  };
  return {
    typed() {
      clearTimeout(still);
      still = setTimeout(stopped, STILL_MS);
      if (Date.now() - saidAt < AGAIN_MS) return;
      saidAt = Date.now();
      sayTyping(conversationId, true);
    },
    stopped,
  };
}
