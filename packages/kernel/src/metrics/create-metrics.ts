import * as prom from 'prom-client';
import { Fault } from '../errors.ts';
import { mask } from '../log/index.ts';
import type { Counter, Gauge, Histogram, Labels, Metrics } from './metrics.ts';

export interface MetricsOptions {
  /** Node's own: event loop, memory, garbage collection. Default true. */
  readonly process?: boolean;
}

const maxLabelSets = 1_000;
const maxLabelLength = 120;
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(options: MetricsOptions = {}): Metrics {
  const registry = new prom.Registry();
  if (options.process !== false) prom.collectDefaultMetrics({ register: registry });
  const made = new Map<string, { kind: string; metric: unknown }>();

  function once<T>(kind: string, name: string, make: () => T): T {
    const known = made.get(name);
    if (known === undefined) {
      const metric = make();
      made.set(name, { kind, metric });
      return metric;
    }
    if (known.kind !== kind) throw new Fault('internal', `The metric ${name} is a ${known.kind} already.`);
    return known.metric as T; // kept under its kind
  }

  return {
    counter: (name, help, labels = []) => once('counter', name, () => counter(registry, name, help, labels)),
    gauge: (name, help, labels = [], collect) =>
      once('gauge', name, () => gauge(registry, name, help, labels, collect)),
    histogram: (name, help, labels = [], buckets = durations) =>
      once('histogram', name, () => histogram(registry, name, help, labels, buckets)),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function counter(registry: prom.Registry, name: string, help: string, labels: readonly string[]): Counter {
  const metric = new prom.Counter({ name, help, labelNames: [...labels], registers: [registry] });
  const bind = guard(labels, (bounded) => metric.labels(bounded));
  return { inc: (values = {}, amount = 1) => bind(values).inc(amount), bind };
}

function gauge(
  registry: prom.Registry,
  name: string,
  help: string,
  labels: readonly string[],
  collect: ((gauge: Gauge) => void | Promise<void>) | undefined,
): Gauge {
  const metric = new prom.Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    ...(collect === undefined
      ? {}
      : {
          collect: () =>
            askInTime(
              async () => collect(self),
              () => metric.reset(),
            ),
        }),
  });
  const bind = guard(labels, (bounded) => metric.labels(bounded));
  const self: Gauge = {
    set: (values, value) => bind(values).set(value),
    inc: (values = {}, amount = 1) => bind(values).inc(amount),
    dec: (values = {}, amount = 1) => bind(values).dec(amount),
    bind,
    reset: () => metric.reset(),
  };
  return self;
}

function histogram(
  registry: prom.Registry,
  name: string,
  help: string,
  labels: readonly string[],
  buckets: readonly number[],
): Histogram {
  const metric = new prom.Histogram({
    name,
    help,
    labelNames: [...labels],
    buckets: [...buckets],
    registers: [registry],
  });
  const bind = guard(labels, (bounded) => metric.labels(bounded));
  return { observe: (values, value) => bind(values).observe(value), bind };
}

/** One bound metric per set of labels, made once; masking and bounding happen only then. */
function guard<B>(names: readonly string[], bindTo: (labels: Record<string, string>) => B): (labels: Labels) => B {
  const bound = new Map<string, B>();
  let other: B | undefined;
  return (labels) => {
    const key = names.length === 1 ? String(labels[names[0] as string]) : names.map((name) => labels[name]).join('\n'); // has one, by its length
    const known = bound.get(key);
    if (known !== undefined) return known;
    if (bound.size >= maxLabelSets) {
      other ??= bindTo(Object.fromEntries(names.map((name) => [name, 'other'])));
      return other;
    }
    const made = bindTo(
      Object.fromEntries(names.map((name) => [name, mask(String(labels[name] ?? '').slice(0, maxLabelLength))])),
    );
    bound.set(key, made);
    return made;
  };
}

const patienceMs = 2_000;

/** What one gauge cannot find out, or not in time, must not take the other metrics with it. */
async function askInTime(ask: () => Promise<void>, giveUp: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), patienceMs);
  });
  await Promise.race([ask(), late]).catch(giveUp);
  clearTimeout(timer);
}
