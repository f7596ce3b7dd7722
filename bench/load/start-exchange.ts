import type { Line } from './line.ts';
import { type Book, openBook } from './open-book.ts';
import { type Answer, type Door, openDoor } from './open-door.ts';
import { signWebhook } from './sign-webhook.ts';
import type { GraphDouble } from './start-graph-double.ts';
import { type StatusWalk, walkStatuses } from './walk-statuses.ts';
import { writeTextWebhook } from './write-text-webhook.ts';

/** A webhook ready to be posted: signed before the clock runs. */
export interface Letter {
  readonly nonce: number;
  readonly sender: string;
  readonly request: Buffer;
}

export interface Exchange {
  readonly book: Book;
  readonly door: Door;
  readonly statuses: StatusWalk;
  /** Letters of many senders in turn. */
  write(count: number, senders: number): Letter[];
  writeOne(sender: string): Letter;
  /** `dueAt` is when it should have gone out. */
  post(letter: Letter, dueAt: number): Promise<Answer>;
  answered(nonce: number): Promise<void>;
  followStatuses(on: boolean): void;
  close(): void;
}

export interface ExchangeOptions {
  readonly line: Line;
  readonly graph: GraphDouble;
  readonly webhookUrl: string;
  readonly run: string;
  readonly connections?: number;
  readonly timeoutMs?: number;
}

export const senderPhone = (index: number): string => `55${11 + (index % 9)}9${String(70_000_000 + index)}`;

/** Meta's side of the line: asks, keeps the book of what was answered, and follows each reply with its statuses. */
export function startExchange(options: ExchangeOptions): Exchange {
  const { line, graph, webhookUrl, run } = options;
  const book = openBook(run);
  const settings = { connections: options.connections ?? 64, timeoutMs: options.timeoutMs ?? 10_000 };
  const door = openDoor(webhookUrl, settings);
  const statuses = walkStatuses(line, door);
  const waiting = new Map<number, () => void>();
  let following = false;

  graph.onReply((reply) => {
    const nonce = book.replied(reply);
    if (following) statuses.walk(reply);
    if (nonce === undefined) return;
    waiting.get(nonce)?.();
    waiting.delete(nonce);
  });

  function writeOne(sender: string): Letter {
    const { nonce, wamid, text } = book.ask(sender);
    const body = writeTextWebhook(line, [
      { wamid, from: sender, name: `João Conceição ${sender.slice(-4)}`, text, at: new Date() },
    ]);
    const request = door.request(body, { 'X-Hub-Signature-256': signWebhook(body, line.appSecret) });
    return { nonce, sender, request };
  }
  return {
    book,
    door,
    statuses,
    writeOne,
    write: (count, senders) => Array.from({ length: count }, (_, index) => writeOne(senderPhone(index % senders))),
    async post(letter, dueAt) {
      book.asked(letter.nonce, dueAt);
      const answer = await door.post(letter.request);
      if (answer.status === 200) book.acked(letter.nonce, performance.now());
      return answer;
    },
    answered(nonce) {
      if ((book.questions[nonce]?.copies.length ?? 0) > 0) return Promise.resolve();
      return new Promise((resolve) => waiting.set(nonce, resolve));
    },
    followStatuses: (on) => {
      following = on;
    },
    close() {
      statuses.stop();
      door.close();
    },
  };
}
