import { type Quantiles, quantiles } from './quantiles.ts';
import type { Exchange, Letter } from './start-exchange.ts';

export interface OpenLoopResult {
  readonly perSecond: number;
  readonly seconds: number;
  readonly posted: number;
  readonly refused: number;
  /** Posted and never answered, after the patience at the end. */
  readonly unanswered: number;
  /** From the end of the posting until the last reply. */
  readonly drainedMs: number;
  readonly ack: Quantiles;
  readonly reply: Quantiles;
}

export interface OpenLoopOptions {
  readonly letters: readonly Letter[];
  readonly perSecond: number;
  readonly patienceMs?: number;
}

/** A fixed rate whatever the program does, each letter once; times are counted from when a letter was due. */
export async function runOpenLoop(exchange: Exchange, options: OpenLoopOptions): Promise<OpenLoopResult> {
  const { letters, perSecond, patienceMs = 10_000 } = options;
  const startedAt = performance.now();
  const from = letters[0]?.nonce ?? 0;
  const posts: Promise<void>[] = [];
  let refused = 0;
  let next = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      for (let due = startedAt + (next * 1000) / perSecond; due <= performance.now(); ) {
        const letter = letters[next];
        if (letter === undefined) {
          clearInterval(timer);
          resolve();
          return;
        }
        posts.push(exchange.post(letter, due).then(({ status }) => void (refused += status === 200 ? 0 : 1)));
        due = startedAt + (++next * 1000) / perSecond;
      }
    }, 1);
  });
  const postedAt = performance.now();
  await Promise.all(posts);
  const asked = exchange.book.questions.slice(from, from + letters.length);
  const isOpen = () =>
    asked.filter((question) => !Number.isNaN(question.ackedAt) && question.copies.length === 0).length;
  while (isOpen() > 0 && performance.now() < postedAt + patienceMs)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const lastAt = asked.reduce((latest, question) => Math.max(latest, question.copies[0]?.at ?? 0), postedAt);
  return {
    perSecond,
    seconds: (postedAt - startedAt) / 1000,
    posted: letters.length,
    refused,
    unanswered: isOpen(),
    drainedMs: lastAt - postedAt,
    ack: quantiles(asked.map((q) => q.ackedAt - q.askedAt).filter((ms) => !Number.isNaN(ms))),
    reply: quantiles(asked.map((q) => (q.copies[0]?.at ?? Number.NaN) - q.askedAt).filter((ms) => !Number.isNaN(ms))),
  };
}
