import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  isSpanContextValid,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  type SpanContext,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Config } from '../config/index.ts';
import { mask, maskDeep } from '../log/index.ts';
import type { RecordedSpan, Span, SpanAttributes, TraceParent, Tracing } from './tracing.ts';

const maxQueued = 4_096;
const maxAttributeLength = 512;
const shutdownMs = 2_000;

/** A collector that is away costs dropped spans and nothing else. */
export function exportSpans(endpoint: string, config: Pick<Config, 'otelServiceName' | 'role'>): Tracing {
  const exporter = new OTLPTraceExporter({ url: tracesUrl(endpoint), timeoutMillis: 5_000 });
  const processor = new BatchSpanProcessor({
    exporter,
    maxQueueSize: maxQueued,
    scheduledDelayMillis: 1_000,
    exportTimeoutMillis: 5_000,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': config.otelServiceName, 'balcao.role': config.role }),
    spanProcessors: [processor],
  });
  return new Exporting(provider);
}

/** The variable names the collector; the path of the traces is fixed by OTLP unless it is there already. */
function tracesUrl(endpoint: string): string {
  return /\/v1\/traces\/?$/.test(endpoint) ? endpoint : `${endpoint.replace(/\/+$/, '')}/v1/traces`;
}

class Exporting implements Tracing {
  readonly enabled = true;
  readonly #provider: TracerProvider;
  readonly #tracer;
  readonly #here = new AsyncLocalStorage<OtelSpan>();

  constructor(provider: TracerProvider) {
    this.#provider = provider;
    this.#tracer = provider.getTracer('balcao');
  }

  async span<T>(
    name: string,
    attributes: SpanAttributes,
    fn: (span: Span) => Promise<T>,
    parent?: TraceParent,
  ): Promise<T> {
    const span = this.#tracer.startSpan(mask(name), { attributes: maskAttributes(attributes) }, this.#context(parent));
    try {
      return await this.#here.run(span, fn, new RunningSpan(span));
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  }

  current(): TraceParent | undefined {
    const span = this.#here.getStore();
    return span === undefined ? undefined : formatTraceParent(span.spanContext());
  }

  record(name: string, recorded: RecordedSpan): TraceParent | undefined {
    const links = (recorded.links ?? []).flatMap((to) => parseTraceParent(to) ?? []).map((context) => ({ context }));
    const options = { startTime: recorded.start, attributes: maskAttributes(recorded.attributes ?? {}), links };
    const span = this.#tracer.startSpan(mask(name), options, this.#context(recorded.parent));
    span.end(recorded.end);
    return formatTraceParent(span.spanContext());
  }

  async shutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, shutdownMs);
    });
    await Promise.race([this.#provider.shutdown().catch(() => {}), late]);
    clearTimeout(timer);
  }

  #context(parent: TraceParent | undefined): Context {
    const given = parent === undefined ? undefined : parseTraceParent(parent);
    if (given !== undefined) return trace.setSpanContext(ROOT_CONTEXT, given);
    const span = this.#here.getStore();
    return span === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, span);
  }
}

class RunningSpan implements Span {
  readonly #span: OtelSpan;
  constructor(span: OtelSpan) {
    this.#span = span;
  }
  get traceparent(): TraceParent {
    return formatTraceParent(this.#span.spanContext());
  }
  set(attributes: SpanAttributes): void {
    this.#span.setAttributes(maskAttributes(attributes));
  }
  link(to: TraceParent): void {
    const context = parseTraceParent(to);
    if (context !== undefined) this.#span.addLink({ context });
  }
}

function failSpan(span: OtelSpan, error: unknown): void {
  const masked = maskDeep(error) as { message?: unknown; code?: unknown; stack?: unknown } | null; // read defensively
  const message = typeof masked?.message === 'string' ? masked.message : 'thrown';
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  span.addEvent('exception', {
    'exception.type':
      typeof masked?.code === 'string' ? masked.code : error instanceof Error ? mask(error.name) : typeof error,
    'exception.message': message,
    'exception.stacktrace': typeof masked?.stack === 'string' ? masked.stack : '',
  });
}

function maskAttributes(attributes: SpanAttributes): Attributes {
  const masked: Attributes = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined) continue;
    const clean =
      typeof value === 'boolean' ? value : (maskDeep(value, name.slice(name.lastIndexOf('.') + 1)) as string | number); // as what went in
    masked[mask(name)] = typeof clean === 'string' ? clean.slice(0, maxAttributeLength) : clean;
  }
  return masked;
}

const shape = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function parseTraceParent(text: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = shape.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined || text.startsWith('ff')) return undefined;
  const context: SpanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}

function formatTraceParent({ traceId, spanId, traceFlags }: SpanContext): TraceParent {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
