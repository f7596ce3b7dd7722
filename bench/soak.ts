import { parseArgs } from 'node:util';
import { runOpenLoop } from './load/index.ts';
import { weighMemory } from './machine/weigh-memory.ts';
import { startOurs } from './subjects/start-ours.ts';
import { withExchange } from './subjects/with-exchange.ts';

// Ten minutes of steady load with statuses: memory must be flat. node bench/soak.ts [--minutes 10] [--rate 100]
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '100' } },
});
const [minutes, perSecond] = [Number(values.minutes), Number(values.rate)];
const STRETCH_S = 10;
const FLAT_MIB = 24;
const LIMIT_MIB = 400;

const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;

await withExchange(startOurs, async (ours, exchange) => {
  exchange.followStatuses(true);
  const weights: number[] = [];
  for (let stretch = 0; stretch < (minutes * 60) / STRETCH_S; stretch++) {
    const letters = exchange.write(perSecond * STRETCH_S, 2_000);
    const { reply, refused, unanswered } = await runOpenLoop(exchange, { letters, perSecond });
    const memory = weighMemory(ours.pids);
    weights.push(memory.pssMiB);
    const at = `${String((stretch + 1) * STRETCH_S).padStart(4)} s`;
    const parts = `${memory.programMiB.toFixed(0)} + ${memory.postgresMiB.toFixed(0)}`;
    console.log(
      `${at}  ${memory.pssMiB.toFixed(0)} MiB (${parts})  reply p99 ${reply.p99.toFixed(0)} ms  refused ${refused}  unanswered ${unanswered}`,
    );
  }
  // The heap and the caches fill in the first fifth; from there to the end nothing may grow.
  const settled = weights.slice(Math.floor(weights.length / 5));
  const third = Math.max(1, Math.floor(settled.length / 3));
  const growth = mean(settled.slice(-third)) - mean(settled.slice(0, third));
  const peak = Math.max(...weights);
  const { lost, doubled } = exchange.book.totals();
  console.log(
    `peak ${peak.toFixed(0)} MiB (limit ${LIMIT_MIB}), growth ${growth.toFixed(0)} MiB (limit ${FLAT_MIB}), lost ${lost}, doubled ${doubled}`,
  );
  process.exitCode = peak < LIMIT_MIB && growth < FLAT_MIB && lost + doubled === 0 ? 0 : 1;
});
