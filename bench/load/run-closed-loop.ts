import type { Exchange, Letter } from './start-exchange.ts';

export interface ClosedLoopResult {
  readonly seconds: number;
  readonly acked: number;
  readonly refused: number;
  /** Letters that waited for a reply in vain. */
  readonly unanswered: number;
  readonly perSecond: number;
}

export interface ClosedLoopOptions {
  readonly letters: readonly Letter[];
  /** A place is free again after the 200, or only after the reply. */
  readonly until: 'ack' | 'reply';
  readonly inFlight: number;
  readonly forMs: number;
  readonly patienceMs?: number;
}

/** A fixed number in flight: how much goes through when the sender always has more. */
export async function runClosedLoop(exchange: Exchange, options: ClosedLoopOptions): Promise<ClosedLoopResult> {
  const { letters, until, inFlight, forMs, patienceMs = 10_000 } = options;
  const startedAt = performance.now();
  const endAt = startedAt + forMs;
  let next = 0;
  let acked = 0;
  let refused = 0;
  let done = 0;
  let unanswered = 0;

  async function place(): Promise<void> {
    while (performance.now() < endAt) {
      const letter = letters[next++];
      if (letter === undefined) return;
      const { status } = await exchange.post(letter, performance.now());
      if (status !== 200) {
        refused++;
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      acked++;
      if (until === 'reply' && !(await answeredWithin(exchange, letter.nonce, patienceMs))) unanswered++;
      else done++;
    }
  }
  await Promise.all(Array.from({ length: inFlight }, place));
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, acked, refused, unanswered, perSecond: done / seconds };
}

async function answeredWithin(exchange: Exchange, nonce: number, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([exchange.answered(nonce).then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
