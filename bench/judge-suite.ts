import type { Cycle } from './measures/measure-cycle.ts';
import type { Rate } from './measures/measure-rate.ts';
import type { Realtime } from './measures/measure-realtime.ts';
import type { Suite } from './suite.ts';

export interface Finding {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: string;
  readonly limit: string;
  readonly verdict: 'met' | 'aim met' | 'NOT MET' | '';
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** Why this run says little; empty when it says something. */
  readonly noise: readonly string[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number, digits = 0): string => value.toFixed(digits);

function bound(value: number, limit: number, aim: number, direction: 'least' | 'most'): Finding['verdict'] {
  const within = (edge: number) => (direction === 'least' ? value >= edge : value <= edge);
  return within(aim) ? 'aim met' : within(limit) ? 'met' : 'NOT MET';
}
const most = (value: number, limit: number): Finding['verdict'] => (value <= limit ? 'met' : 'NOT MET');
const plain = (what: string, ours: string, limit = '', verdict: Finding['verdict'] = ''): Finding => ({
  what,
  ours,
  floor: '',
  ratio: '',
  limit,
  verdict,
});

function judgeCycle({ ours, wide, floors, batch }: NonNullable<Suite['cycle']>): Finding[] {
  const perSecond = mean(floors.map((floor) => floor.perSecond));
  const cpuMs = mean(floors.map((floor) => floor.cpuMs));
  const [speed, cost] = [ours.perSecond / perSecond, ours.cpuMs / cpuMs];
  const line = (what: string, value: Cycle, against: number): Finding => ({
    ...plain(what, round(value.perSecond)),
    floor: round(against),
    ratio: round(value.perSecond / against, 2),
  });
  return [
    {
      ...line('full cycle, messages/s', ours, perSecond),
      limit: '≥ 0.25, aim 0.4',
      verdict: bound(speed, 0.25, 0.4, 'least'),
    },
    {
      ...plain(
        'CPU ms per message (program + PostgreSQL)',
        `${round(ours.cpuMs, 2)} (${round(ours.programMs, 2)} + ${round(ours.postgresMs, 2)})`,
      ),
      floor: round(cpuMs, 2),
      ratio: round(cost, 2),
      limit: '≤ 4, aim 2.5',
      verdict: bound(cost, 4, 2.5, 'most'),
    },
    line('full cycle, 256 in flight, messages/s', wide, perSecond),
    line('full cycle beside floor-echo-batch', ours, batch.perSecond),
  ];
}

function judgeRate(rate: Rate): Finding[] {
  const limited = rate.perSecond === 200;
  const name = `at ${rate.perSecond}/s`;
  const p = (q: Rate['ack']) => `${round(q.p50, 1)} / ${round(q.p99, 1)} ms`;
  return [
    plain(`ack p50 / p99 ${name}`, p(rate.ack), limited ? 'p99 < 25 ms' : '', limited ? most(rate.ack.p99, 25) : ''),
    plain(
      `reply p50 / p99 ${name}`,
      p(rate.reply),
      limited ? 'p99 < 250 ms' : '',
      limited ? most(rate.reply.p99, 250) : '',
    ),
  ];
}

function judgeStatuses(rate: Rate): Finding {
  const told = `${rate.held ? 'held' : 'not held'}, reply p99 ${round(rate.reply.p99)} ms, ${round(rate.cpuMs, 2)} CPU ms`;
  const aim = rate.perSecond > 250;
  const verdict = rate.held ? (aim ? 'aim met' : 'met') : aim ? '' : 'NOT MET';
  return plain(`${rate.perSecond}/s with three statuses for each reply`, told, aim ? 'aim: held' : 'held', verdict);
}

function judgeRealtime({ times, connected, connectMs, programMiB }: Realtime): Finding[] {
  const screens = times.map(({ attendants, perSecond, screen: { p50, p95, p99 }, unseen, posted, ...rest }) => {
    const limited = attendants === 200;
    const told = `${round(p50)} / ${round(p95)} / ${round(p99)} ms, ${unseen} of ${posted} unseen`;
    const cost = `${round(rest.packetsPerSecond)} packets/s, ${round(rest.programCores, 2)} + ${round(rest.postgresCores, 2)} cores`;
    return plain(
      `webhook to screen p50 / p95 / p99, ${attendants} attendants, ${perSecond}/s`,
      `${told} (${cost})`,
      limited ? 'p95 < 200 ms' : '',
      limited ? most(unseen > 0 ? Number.POSITIVE_INFINITY : p95, 200) : '',
    );
  });
  const grown = `${round(programMiB.before)} → ${round(programMiB.after)}`;
  return [
    ...screens,
    plain(
      `${connected} attendants connected: program's MiB, seconds to connect`,
      `${grown}, ${round(connectMs / 1_000, 1)}`,
    ),
  ];
}

function judgeRest(suite: Suite): Finding[] {
  const { starts, memory, store } = suite;
  const memoryTold = `${round(memory.pssMiB)} (${round(memory.programMiB)} + ${round(memory.postgresMiB)})`;
  const findings = [plain('memory after it all, MiB', memoryTold, '< 400', most(memory.pssMiB, 400))];
  findings.push(plain('first start, ms', round(suite.coldMs), '≤ 10,000', most(suite.coldMs, 10_000)));
  if (starts !== undefined) {
    findings.push(plain('next start, ms', round(starts.warmMs), '≤ 10,000', most(starts.warmMs, 10_000)));
    findings.push(
      plain('back after kill -9 of the program, ms', round(starts.backMs), '≤ 5,000', most(starts.backMs, 5_000)),
    );
    findings.push(
      plain(
        'back after kill -9 of PostgreSQL, ms',
        round(starts.postgresBackMs),
        '≤ 5,000',
        most(starts.postgresBackMs, 5_000),
      ),
    );
  }
  const wrong = store.lost + store.doubled + store.notOnce + store.notRecorded;
  const told = `${store.asked} asked: ${store.lost} lost, ${store.doubled} doubled, ${store.notOnce} not stored once, ${store.notRecorded} not recorded`;
  return [...findings, plain('the store beside what was asked', told, 'all 0', most(wrong, 0))];
}

export function judgeSuite(suite: Suite): Judgement {
  const noise: string[] = [];
  const findings: Finding[] = [];
  if (suite.cycle !== undefined) {
    const { floors, ours } = suite.cycle;
    findings.push(...judgeCycle(suite.cycle));
    const speeds = floors.map((floor) => floor.perSecond);
    const apart = Math.max(...speeds) / Math.min(...speeds) - 1;
    if (apart > 0.15) noise.push(`the two floor runs differ by ${round(apart * 100)} %`);
    const others = Math.max(ours.othersShare, ...floors.map((floor) => floor.othersShare));
    if (others > 0.1) noise.push(`other programs took ${round(others * 100)} % of the machine`);
  }
  if (suite.accept !== undefined) {
    const { ours, oneInsert, bareHttp } = suite.accept;
    findings.push({
      ...plain('webhooks accepted/s, beside one insert each', round(ours)),
      floor: round(oneInsert),
      ratio: round(ours / oneInsert, 2),
    });
    findings.push({
      ...plain('webhooks accepted/s, beside bare node:http', round(ours)),
      floor: round(bareHttp),
      ratio: round(ours / bareHttp, 2),
    });
  }
  findings.push(...(suite.rates ?? []).flatMap(judgeRate));
  if (suite.floorRate !== undefined) {
    const { ack, reply } = suite.floorRate;
    findings.push(
      plain('floor-echo at 200/s: ack p99, reply p99', `${round(ack.p99, 1)} ms, ${round(reply.p99, 1)} ms`),
    );
  }
  findings.push(...(suite.statuses ?? []).map(judgeStatuses));
  if (suite.realtime !== undefined) {
    findings.push(...judgeRealtime(suite.realtime));
    const others = Math.max(...suite.realtime.times.map(({ othersShare }) => othersShare));
    if (others > 0.5) noise.push(`beside the screens, other programs took ${round(others * 100)} % of the machine`);
  }
  findings.push(...judgeRest(suite));
  return { findings, noise };
}
