export type Labels = Readonly<Record<string, string>>;

export interface Counter {
  inc(labels?: Labels, amount?: number): void;
  /** The same counter with its labels settled: for hot paths. */
  bind(labels: Labels): BoundCounter;
}
export interface BoundCounter {
  inc(amount?: number): void;
}

export interface Gauge {
  set(labels: Labels, value: number): void;
  inc(labels?: Labels, amount?: number): void;
  dec(labels?: Labels, amount?: number): void;
  bind(labels: Labels): BoundGauge;
  /** Forgets every label set, before a `collect` that tells the present ones. */
  reset(): void;
}
export interface BoundGauge {
  set(value: number): void;
  inc(amount?: number): void;
  dec(amount?: number): void;
}

export interface Histogram {
  observe(labels: Labels, value: number): void;
  bind(labels: Labels): BoundHistogram;
}
export interface BoundHistogram {
  observe(value: number): void;
}

/**
 * Asking twice for one name gives the same metric. Durations are in seconds. Label values are masked and bounded: after a thousand
 * different sets of one metric, further ones count under 'other'.
 */
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
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}
