import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, type OpenLoopResult, runOpenLoop } from '../load/index.ts';
import { chargeCpu } from '../machine/charge-cpu.ts';
import type { Subject } from '../subjects/subject.ts';

export interface Rate extends OpenLoopResult {
  readonly cpuMs: number;
  readonly othersShare: number;
  readonly statuses: { readonly made: number; readonly acked: number; readonly refused: number };
  /** After the last status was due, until all were taken. */
  readonly statusDrainMs: number;
  /** Nothing refused, nothing unanswered, and no backlog at the end of the posting. */
  readonly held: boolean;
}

const WALK_MS = 1_000; // the last status of a reply is due 900 ms after it
const BACKLOG_MS = 1_000;

export interface RateOptions {
  readonly perSecond: number;
  readonly seconds: number;
  readonly withStatuses: boolean;
}

/** A fixed rate, alone or with the three statuses of each reply. */
export async function measureRate(exchange: Exchange, subject: Subject, options: RateOptions): Promise<Rate> {
  const { perSecond, seconds, withStatuses } = options;
  const before = { ...exchange.statuses.counts };
  exchange.followStatuses(withStatuses);
  const letters = exchange.write(perSecond * seconds, 2_000);
  const charge = chargeCpu(subject.pids);
  const result = await runOpenLoop(exchange, { letters, perSecond });
  if (withStatuses) await sleep(WALK_MS);
  const since = performance.now();
  while (exchange.statuses.open() > 0 && performance.now() - since < 15_000) await sleep(10);
  const statusDrainMs = performance.now() - since;
  const spent = charge();
  exchange.followStatuses(false);
  const { made, acked, refused } = exchange.statuses.counts;
  const statuses = { made: made - before.made, acked: acked - before.acked, refused: refused - before.refused };
  const held =
    result.refused + result.unanswered + statuses.refused === 0 &&
    result.drainedMs < BACKLOG_MS &&
    statusDrainMs < BACKLOG_MS;
  const cpuMs = (spent.programMs + spent.postgresMs) / letters.length;
  return { ...result, cpuMs, othersShare: spent.othersShare, statuses, statusDrainMs, held };
}
