import { type Exchange, runClosedLoop } from '../load/index.ts';
import { chargeCpu } from '../machine/charge-cpu.ts';
import type { Subject } from '../subjects/subject.ts';

export interface Cycle {
  readonly perSecond: number;
  readonly programMs: number;
  readonly postgresMs: number;
  /** Program and PostgreSQL together, for each message. */
  readonly cpuMs: number;
  readonly generatorMs: number;
  readonly othersShare: number;
  readonly unanswered: number;
  readonly refused: number;
}

export interface CycleOptions {
  readonly inFlight: number;
  readonly warmMs: number;
  readonly forMs: number;
  /** Letters are written before the clock runs: enough for the fastest. */
  readonly atMostPerSecond: number;
}

/** Replies per second with a fixed number of messages between question and reply. */
export async function measureCycle(exchange: Exchange, subject: Subject, options: CycleOptions): Promise<Cycle> {
  const { inFlight, warmMs, forMs, atMostPerSecond } = options;
  const write = (ms: number) => exchange.write(Math.ceil((ms / 1000) * atMostPerSecond), 3_000);
  await runClosedLoop(exchange, { letters: write(warmMs), until: 'reply', inFlight, forMs: warmMs });
  const letters = write(forMs);
  const charge = chargeCpu(subject.pids);
  const result = await runClosedLoop(exchange, { letters, until: 'reply', inFlight, forMs });
  const spent = charge();
  const messages = result.perSecond * result.seconds;
  return {
    perSecond: result.perSecond,
    programMs: spent.programMs / messages,
    postgresMs: spent.postgresMs / messages,
    cpuMs: (spent.programMs + spent.postgresMs) / messages,
    generatorMs: spent.generatorMs / messages,
    othersShare: spent.othersShare,
    unanswered: result.unanswered,
    refused: result.refused,
  };
}
