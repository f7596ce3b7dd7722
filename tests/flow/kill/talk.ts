import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, type Letter, senderPhone } from '../../../bench/load/index.ts';
import type { Chance } from './create-chance.ts';

export interface Talk {
  /** Letters posted and not yet acknowledged. */
  open(): number;
  /** No new letters; those that are open are still repeated until their 200. */
  hush(): Promise<void>;
}

export interface TalkOptions {
  readonly perSecond: number;
  readonly conversations: number;
  readonly chance: Chance;
}

/** Each conversation sends its next message when the one before has its 200: only then is there an order to keep. */
export function talk(exchange: Exchange, { perSecond, conversations, chance }: TalkOptions): Talk {
  const silent = Array.from({ length: conversations }, (_, index) => senderPhone(index));
  const posting = new Set<Promise<void>>();
  const startedAt = performance.now();
  let due = 0;

  async function deliver(letter: Letter, copies: number): Promise<void> {
    const dueAt = performance.now();
    for (let pause = 100; ; pause = Math.min(pause * 2, 1_000)) {
      const answers = await Promise.all(Array.from({ length: copies }, () => exchange.post(letter, dueAt)));
      if (answers.some(({ status }) => status === 200)) break;
      await sleep(pause); // Meta repeats the same bytes, with back-off
    }
    silent.push(letter.sender);
  }
  const timer = setInterval(() => {
    for (; startedAt + (due * 1000) / perSecond <= performance.now(); due++) {
      if (silent.length === 0) continue; // everybody waits for a 200: the program is away
      const [sender = ''] = silent.splice(chance.whole(silent.length), 1);
      const sent = deliver(exchange.writeOne(sender), chance.whole(10) === 0 ? 3 : 1);
      posting.add(sent);
      void sent.finally(() => posting.delete(sent));
    }
  }, 2);
  return {
    open: () => posting.size,
    async hush() {
      clearInterval(timer);
      await Promise.all(posting);
    },
  };
}
