import { createRequire } from 'node:module';
import type { Config } from '../config/index.ts';
import type * as exporting from './export-spans.ts';
import { noTracing, type Tracing } from './tracing.ts';

/**
 * Spans over OTLP/HTTP when a collector is configured, otherwise nothing. OpenTelemetry is loaded only then (a tenth of a second and
 * 26 MB), and at once rather than with import(), so that the first span is not missed.
 */
export function createTracing(config: Pick<Config, 'otlpEndpoint' | 'otelServiceName' | 'role'>): Tracing {
  if (config.otlpEndpoint === undefined) return noTracing;
  const { exportSpans } = createRequire(import.meta.url)('./export-spans.ts') as typeof exporting; // that very file
  return exportSpans(config.otlpEndpoint, config);
}
