import { parseArgs } from 'node:util';
import { createChance } from '../tests/flow/kill/create-chance.ts';
import { createProgramVictim } from '../tests/flow/kill/create-program-victim.ts';
import { runKillRounds } from '../tests/flow/kill/run-kill-rounds.ts';
import type { KillKind } from '../tests/flow/kill/victim.ts';
import { startEchoLine } from '../tests/flow/start-echo-line.ts';

// The long form of tests/flow/kill/kill.test.ts: node bench/kill.ts --rounds 50 [--seed N] [--rate 200] [--kinds program,postgres]
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rate: { type: 'string', default: '200' },
    kinds: { type: 'string', default: 'program,postgres,program,backend,program-and-postgres,postmaster' },
  },
});
const known: readonly KillKind[] = ['program', 'postgres', 'backend', 'postmaster', 'program-and-postgres'];
const kinds = values.kinds.split(',').map((name) => {
  const kind = known.find((one) => one === name);
  if (kind === undefined) throw new Error(`There is no kill "${name}". There is: ${known.join(', ')}.`);
  return kind;
});

const line = await startEchoLine('kill');
try {
  console.log(`seed ${values.seed}`);
  line.graph.setFaults({ delayMs: () => 10 });
  const report = await runKillRounds(createProgramVictim(line.program, line.channel), line.exchange, {
    rounds: Number(values.rounds),
    kinds,
    chance: createChance(Number(values.seed)),
    perSecond: Number(values.rate),
    settleMs: 20_000,
    onRound: ({ kind, backMs }, round) =>
      console.log(`${round + 1}  ${kind.padEnd(20)}  back in ${backMs.toFixed(0)} ms`),
  });
  console.log(report);
  const { lost, notStored, storedTwice, doubled, answeredByTwoRows, disordered, misdirected, strange, unsettled } =
    report;
  const wrong =
    lost + notStored + storedTwice + doubled + answeredByTwoRows + disordered + misdirected + strange + unsettled;
  process.exitCode = wrong === 0 && report.acknowledged === report.asked ? 0 : 1;
} finally {
  await line.close();
}
