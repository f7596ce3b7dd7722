import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type GraphFaults, runOpenLoop } from '../../bench/load/index.ts';
import { listMessages } from './list-messages.ts';
import { startEchoLine } from './start-echo-line.ts';

const LETTERS = 320;

test.for<readonly [string, GraphFaults, number, readonly string[] | undefined]>([
  ['answers 500 to one send in ten', { failOneIn: 10 }, 100, undefined],
  ['refuses what is above 80 in a second, of which we know nothing', { perSecond: 80 }, 160, undefined],
  ['allows 80 in a second, and we pace ourselves', { perSecond: 80 }, 160, ['--per-second', '80', '--per-pair', 'off']],
])(
  'when the Graph API %s, every message is still answered, once, in order',
  { timeout: 120_000 },
  async ([, faults, perSecond, pacing]) => {
    const line = await startEchoLine('faults', pacing === undefined ? {} : { pacing });
    try {
      line.graph.setFaults(faults);
      const letters = line.exchange.write(LETTERS, 100);
      const result = await runOpenLoop(line.exchange, { letters, perSecond, patienceMs: 80_000 });
      expect(result).toMatchObject({ refused: 0, unanswered: 0 });
      await sleep(1_500); // a second copy would come with the next sweep
      const { answered, doubled, misdirected, disordered } = line.exchange.book.totals();
      expect({ answered, doubled, misdirected, disordered }).toEqual({
        answered: LETTERS,
        doubled: 0,
        misdirected: 0,
        disordered: 0,
      });
      const replies = (await listMessages(line.program, line.channel)).filter(({ direction }) => direction === 'out');
      expect(replies).toHaveLength(LETTERS);
      expect(
        replies.filter(({ status }) => status === 'queued' || status === 'unknown' || status === 'failed'),
      ).toEqual([]);
      expect(line.graph.counts.failed + line.graph.counts.throttled > 0).toBe(pacing === undefined);
    } finally {
      await line.close();
    }
  },
);
