import { setTimeout as sleep } from 'node:timers/promises';
import type { Program } from '@balcao/testkit';

export interface Starts {
  readonly warmMs: number;
  /** From the start after `kill -9` of the program to ready; the worst of the tries. */
  readonly backMs: number;
  /** From `kill -9` of all of PostgreSQL to ready, the program living on; the worst of the tries. */
  readonly postgresBackMs: number;
}

export async function measureStarts(program: Program, tries: number): Promise<Starts> {
  await program.stop();
  const warmMs = await program.start();
  let backMs = 0;
  let postgresBackMs = 0;
  for (let round = 0; round < tries; round++) {
    await sleep(1_000);
    await program.kill();
    backMs = Math.max(backMs, await program.start());
    await sleep(1_000);
    program.killPostgres('all');
    const since = performance.now();
    await sleep(100); // until it can have been noticed: readiness is asked at most this often
    await program.whenReady();
    postgresBackMs = Math.max(postgresBackMs, performance.now() - since);
  }
  return { warmMs, backMs, postgresBackMs };
}
