import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { senderPhone } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { type EchoLine, startEchoLine } from './start-echo-line.ts';

let line: EchoLine;
beforeAll(async () => {
  line = await startEchoLine('same');
}, 60_000);
afterAll(() => line?.close());

test('the same webhook fifty times in parallel is one message and one reply', { timeout: 30_000 }, async () => {
  const { exchange } = line;
  const letters = Array.from({ length: 5 }, (_, index) => exchange.writeOne(senderPhone(index)));
  const copies = letters.flatMap((letter) => Array.from({ length: 50 }, () => letter));
  const answers = await Promise.all(copies.map((letter) => exchange.post(letter, performance.now())));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  await Promise.all(letters.map(({ nonce }) => exchange.answered(nonce)));
  await sleep(2_500); // two rounds of the sweeper: a second reply would have come
  expect(exchange.book.totals()).toMatchObject({ asked: 5, answered: 5, doubled: 0, misdirected: 0 });
  const listed = await listMessages(line.program, line.channel);
  expect(listed.filter(({ direction }) => direction === 'in')).toHaveLength(5);
  expect(listed.filter(({ direction }) => direction === 'out')).toHaveLength(5);
});
