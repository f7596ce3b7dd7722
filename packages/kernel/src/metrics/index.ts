export { createMetrics, type MetricsOptions } from './create-metrics.ts';
export type {
  BoundCounter,
  BoundGauge,
  BoundHistogram,
  Counter,
  Gauge,
  Histogram,
  Labels,
  Metrics,
} from './metrics.ts';
