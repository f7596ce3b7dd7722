import { availableParallelism } from 'node:os';
import type { Exchange } from './load/index.ts';
import { weighMemory } from './machine/weigh-memory.ts';
import { compareStore } from './measures/compare-store.ts';
import { measureAccept } from './measures/measure-accept.ts';
import { type Cycle, measureCycle } from './measures/measure-cycle.ts';
import { measureRate, type Rate } from './measures/measure-rate.ts';
import { measureRealtime } from './measures/measure-realtime.ts';
import { measureStarts } from './measures/measure-starts.ts';
import { type FloorName, startFloor } from './subjects/start-floor.ts';
import { type Ours, startOurs } from './subjects/start-ours.ts';
import type { Subject } from './subjects/subject.ts';
import { withExchange } from './subjects/with-exchange.ts';
import type { Suite, SuiteOptions } from './suite.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const withFloor = <T>(name: FloorName, measure: (subject: Subject, exchange: Exchange) => Promise<T>) =>
  withExchange((line, graph) => startFloor(name, line, graph), measure);

const cycleOf = (subject: Subject, exchange: Exchange, seconds: number, inFlight = 64): Promise<Cycle> => {
  const fast = subject.name === 'floor-echo-batch' ? 16_000 : 7_000;
  return measureCycle(exchange, subject, { inFlight, warmMs: 3_000, forMs: seconds * 1_000, atMostPerSecond: fast });
};

async function runRates(
  exchange: Exchange,
  ours: Subject,
  rates: readonly number[],
  seconds: number,
  withStatuses: boolean,
) {
  const found: Rate[] = [];
  for (const perSecond of rates) found.push(await measureRate(exchange, ours, { perSecond, seconds, withStatuses }));
  return found;
}

/** Floor, ours, floor in one go; then what has no floor. */
export async function runSuite({ only, seconds }: SuiteOptions, say: (text: string) => void): Promise<Suite> {
  const floorCycle = () => withFloor('floor-echo', (subject, exchange) => cycleOf(subject, exchange, seconds));
  say('floor-echo');
  const floors = only.has('cycle') ? [await floorCycle()] : [];
  return withExchange(startOurs, async (ours: Ours, exchange) => {
    const suite: Partial<Mutable<Suite>> = {};
    if (only.has('cycle')) {
      say('balcao: full cycle');
      const [cycle, wide] = [await cycleOf(ours, exchange, seconds), await cycleOf(ours, exchange, seconds, 256)];
      say('floor-echo again, and with group commit');
      floors.push(await floorCycle());
      const batch = await withFloor('floor-echo-batch', (subject, other) => cycleOf(subject, other, seconds));
      suite.cycle = { ours: cycle, wide, floors, batch };
    }
    if (only.has('rates')) {
      say('balcao: fixed rates');
      suite.rates = await runRates(exchange, ours, [50, 200], seconds, false);
      const atRate = { perSecond: 200, seconds, withStatuses: false };
      suite.floorRate = await withFloor('floor-echo', (subject, other) => measureRate(other, subject, atRate));
    }
    if (only.has('statuses')) {
      say('balcao: with three statuses for each reply');
      suite.statuses = await runRates(exchange, ours, [250, 500], seconds * 2, true);
    }
    if (only.has('realtime')) {
      say('screens of 200 and of 1,000 attendants');
      suite.realtime = await measureRealtime(exchange, ours, seconds);
    }
    if (only.has('accept')) {
      say('webhooks accepted');
      const accept = (floor: FloorName, atMost: number) =>
        withFloor(floor, (_subject, other) => measureAccept(other, 3_000, atMost));
      const oneInsert = await accept('one-insert', 60_000);
      const bareHttp = await accept('bare-http', 150_000);
      suite.accept = { ours: await measureAccept(exchange, 3_000, 60_000), oneInsert, bareHttp };
    }
    await settle(exchange);
    const memory = weighMemory(ours.pids);
    const store = await compareStore(ours, exchange.book);
    if (only.has('starts')) {
      say('balcao: stops and starts');
      suite.starts = await measureStarts(ours.program, 3);
    }
    return {
      at: new Date().toISOString(),
      cores: availableParallelism(),
      coldMs: ours.coldMs,
      ...suite,
      memory,
      store,
    };
  });
}

/** What was acknowledged may still be on its way: the end is when nothing is. */
async function settle(exchange: Exchange): Promise<void> {
  const until = performance.now() + 60_000;
  while (exchange.book.totals().lost > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
}
