import { Counter as PromCounter, Gauge as PromGauge, Histogram as PromHistogram, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  inc(labels?: Labels, amount?: number): void;
  /** The same counter with its labels settled: for hot paths. */
  bind(labels: Labels): { inc(amount?: number): void };
}
export interface Gauge {
  set(labels: Labels, value: number): void;
  inc(labels?: Labels, amount?: number): void;
  dec(labels?: Labels, amount?: number): void;
  bind(labels: Labels): { set(value: number): void };
}
export interface Histogram {
  observe(labels: Labels, value: number): void;
  bind(labels: Labels): { observe(value: number): void };
}

/** Asking twice for one name gives the same metric. Durations are in seconds. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  /** `collect` runs before each reading of the metrics. */
  gauge(
    name: string,
    help: string,
    labels?: readonly string[],
    collect?: (gauge: Gauge) => void | Promise<void>,
  ): Gauge;
  histogram(name: string, help: string, labels?: readonly string[], buckets?: readonly number[]): Histogram;
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T; // made under this name by the line above
  };
  return {
    counter: (name, help, labels = []) =>
      once(name, () => {
        const metric = new PromCounter({ name, help, labelNames: [...labels], registers: [registry] });
        return {
          inc: (values: Labels = {}, amount = 1) => metric.inc(values, amount),
          bind: (values: Labels) => metric.labels(values),
        };
      }),
    gauge: (name, help, labels = []) =>
      once(name, () => {
        const metric = new PromGauge({ name, help, labelNames: [...labels], registers: [registry] });
        return {
          set: (values: Labels, value: number) => metric.set(values, value),
          inc: (values: Labels = {}, amount = 1) => metric.inc(values, amount),
          dec: (values: Labels = {}, amount = 1) => metric.dec(values, amount),
          bind: (values: Labels) => metric.labels(values),
        };
      }),
    histogram: (name, help, labels = [], buckets = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 5, 30]) =>
      once(name, () => {
        const metric = new PromHistogram({
          name,
          help,
          labelNames: [...labels],
          buckets: [...buckets],
          registers: [registry],
        });
        return {
          observe: (values: Labels, value: number) => metric.observe(values, value),
          bind: (values: Labels) => metric.labels(values),
        };
      }),
    text: () => registry.metrics(),
  };
}
