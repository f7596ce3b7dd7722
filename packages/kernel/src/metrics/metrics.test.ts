import { expect, test } from 'vitest';
import { Fault } from '../errors.ts';
import { createMetrics } from './create-metrics.ts';

const ours = () => createMetrics({ process: false });
const linesOf = async (metrics: ReturnType<typeof ours>, name: string) =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

test('counters, gauges and histograms are told in Prometheus’ format', async () => {
  const metrics = ours();
  metrics.counter('received_total', 'Received.', ['kind']).inc({ kind: 'text' }, 2);
  metrics.counter('plain_total', 'Plain.').inc();
  metrics.gauge('waiting', 'Waiting.', ['lane']).set({ lane: 'a' }, 7);
  metrics.histogram('seconds', 'Seconds.', ['step'], [0.1, 1]).observe({ step: 'ack' }, 0.5);
  const text = await metrics.text();
  for (const line of [
    'received_total{kind="text"} 2',
    'plain_total 1',
    'waiting{lane="a"} 7',
    'seconds_bucket{le="1",step="ack"} 1',
    '# HELP seconds Seconds.',
  ]) {
    expect(text).toContain(line);
  }
});

test('asking twice gives the same metric; another kind under its name is refused', async () => {
  const metrics = ours();
  metrics.counter('a_total', 'A.').inc();
  metrics.counter('a_total', 'A.').inc();
  expect(await linesOf(metrics, 'a_total')).toEqual(['a_total 2']);
  expect(() => metrics.gauge('a_total', 'A.')).toThrow(Fault);
});

test('a bound metric counts the same as an unbound one', async () => {
  const metrics = ours();
  const counter = metrics.counter('b_total', 'B.', ['x', 'y']);
  const bound = counter.bind({ x: '1', y: '2' });
  bound.inc();
  bound.inc(2);
  counter.inc({ y: '2', x: '1' });
  expect(await linesOf(metrics, 'b_total')).toEqual(['b_total{x="1",y="2"} 4']);
});

test('after a thousand sets of labels the others count together', async () => {
  const metrics = ours();
  const counter = metrics.counter('c_total', 'C.', ['who']);
  for (let i = 0; i < 5_000; i++) counter.inc({ who: `w${i}` });
  const lines = await linesOf(metrics, 'c_total');
  expect(lines.length).toBe(1_001);
  expect(lines).toContain('c_total{who="other"} 4000');
});

test('label values are masked and cut', async () => {
  const metrics = ours();
  metrics.counter('d_total', 'D.', ['who']).inc({ who: '+55 11 98765-4321' });
  metrics.counter('d_total', 'D.', ['who']).inc({ who: 'x'.repeat(10_000) });
  const text = await metrics.text();
  expect(text).not.toContain('98765');
  expect(text.length).toBeLessThan(1_000);
});

test('a gauge asks when it is read, and one that cannot answer does not take the others with it', async () => {
  const metrics = ours();
  let backlog = 3;
  metrics.gauge('backlog', 'Backlog.', [], (gauge) => gauge.set({}, backlog));
  metrics.gauge('broken', 'Broken.', ['x'], (gauge) => {
    gauge.set({ x: 'y' }, 1);
    throw new Error('no database');
  });
  metrics.gauge('stuck', 'Stuck.', [], () => new Promise(() => {}));
  expect(await linesOf(metrics, 'backlog')).toEqual(['backlog 3']);
  backlog = 4;
  expect(await linesOf(metrics, 'backlog')).toEqual(['backlog 4']);
  expect(await linesOf(metrics, 'broken')).toEqual([]);
});

test('what a gauge forgets is gone until it is set again', async () => {
  const metrics = ours();
  const gauge = metrics.gauge('e', 'E.', ['x']);
  gauge.set({ x: 'old' }, 1);
  gauge.reset();
  gauge.set({ x: 'new' }, 2);
  expect(await linesOf(metrics, 'e{')).toEqual(['e{x="new"} 2']);
});

test('two programs in one process do not share metrics, and each tells of its process', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.counter('f_total', 'F.').inc();
  expect(await two.text()).not.toContain('f_total');
  expect(await two.text()).toContain('nodejs_eventloop_lag_seconds');
});

test('counting is cheap', () => {
  const counter = ours().counter('g_total', 'G.', ['kind', 'channel']);
  const labels = { kind: 'text', channel: '0192f0c1-7a1b-7c1d-9e1f-123456789012' };
  counter.inc(labels);
  const started = process.cpuUsage().user;
  for (let i = 0; i < 100_000; i++) counter.inc(labels);
  expect(process.cpuUsage().user - started).toBeLessThan(1_000_000); // 10 µs each would be far too much; it is about 1
});
