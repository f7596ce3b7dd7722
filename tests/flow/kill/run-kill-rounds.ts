import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../../../bench/load/index.ts';
import type { Chance } from './create-chance.ts';
import { judgeKills, type Kill, type KillReport } from './judge-kills.ts';
import { talk } from './talk.ts';
import type { KillKind, Victim } from './victim.ts';

export interface KillOptions {
  readonly rounds: number;
  readonly kinds: readonly KillKind[];
  readonly chance: Chance;
  readonly perSecond?: number;
  readonly conversations?: number;
  /** A send nobody heard of is repeated after the settle time; only then is it known whether anything is doubled. */
  readonly settleMs: number;
  readonly patienceMs?: number;
  readonly onRound?: (kill: Kill, round: number) => void;
}

/** Load, kill, come back, again and again; then silence, and the whole truth is compared with what was asked. */
export async function runKillRounds(victim: Victim, exchange: Exchange, options: KillOptions): Promise<KillReport> {
  const { rounds, kinds, chance, perSecond = 180, conversations = 120, settleMs, patienceMs = 60_000 } = options;
  exchange.followStatuses(true);
  const talking = talk(exchange, { perSecond, conversations, chance });
  const kills: Kill[] = [];
  await sleep(1_000);
  for (let round = 0; round < rounds; round++) {
    await sleep(chance.between(400, 2_000));
    const kind = kinds[round % kinds.length] ?? 'program';
    const at = performance.now();
    await victim.kill(kind);
    await sleep(chance.between(0, 600)); // how soon an init system notices is chance too
    const noticedAt = performance.now();
    await victim.recover(kind);
    const backAt = performance.now();
    const kill = { kind, at, backAt, backMs: backAt - noticedAt };
    kills.push(kill);
    options.onRound?.(kill, round);
  }
  await sleep(1_000);
  const hushed = talking.hush();
  const until = performance.now() + patienceMs;
  await Promise.race([hushed, sleep(patienceMs, undefined, { ref: false })]);
  while (performance.now() < until && !isQuiet(exchange)) await sleep(100);
  const lastBackAt = kills.at(-1)?.backAt ?? 0;
  await sleep(Math.max(0, lastBackAt + settleMs - performance.now()));
  while (performance.now() < until && !isQuiet(exchange)) await sleep(100);
  return judgeKills(exchange.book, kills, await victim.stored());
}

const isQuiet = (exchange: Exchange): boolean => exchange.book.totals().lost === 0 && exchange.statuses.open() === 0;
