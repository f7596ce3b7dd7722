import { ApiProblem } from './api-problem.ts';

/** Longer than this nobody waits inside a call. */
const PATIENCE_MS = 60_000;

/** Asks, and asks again when the server says "later" or cannot be reached: after what Retry-After says, or twice as long each time. */
export async function askAgain<Answer>(
  ask: () => Promise<Answer>,
  retries: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    try {
      return await ask();
    } catch (error) {
      const after = turn < retries ? waitOf(error, turn) : undefined;
      if (after === undefined) throw error;
      await pause(after, signal);
    }
  }
}

function waitOf(error: unknown, turn: number): number | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.code !== 'unreachable' && error.status !== 429 && error.status !== 503) return undefined;
  const wait = error.retryAfter === undefined ? 500 * 2 ** turn : error.retryAfter * 1_000;
  return wait <= PATIENCE_MS ? wait : undefined;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- whoever gave up said why, as fetch hands it on too
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
