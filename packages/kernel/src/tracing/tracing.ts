/** A W3C `traceparent`: what travels in headers and is stored in rows. */
export type TraceParent = string;
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Span {
  /** Absent when tracing is off: then there is nothing to store. */
  readonly traceparent: TraceParent | undefined;
  set(attributes: SpanAttributes): void;
  /** This work also belongs to that other one (a batch of receipts, a reply to several messages). */
  link(to: TraceParent): void;
}

export interface RecordedSpan {
  readonly start: Date;
  readonly end: Date;
  readonly parent?: TraceParent | undefined;
  readonly links?: readonly TraceParent[];
  readonly attributes?: SpanAttributes;
}

export interface Tracing {
  readonly enabled: boolean;
  /** Runs `fn` inside a span; what it throws marks the span and is thrown on. Parent: the given one, else the current span. */
  span<T>(name: string, attributes: SpanAttributes, fn: (span: Span) => Promise<T>, parent?: TraceParent): Promise<T>;
  current(): TraceParent | undefined;
  /** A span of something that is already over. Its traceparent, to hang others under it. */
  record(name: string, span: RecordedSpan): TraceParent | undefined;
  /** Exports what waits, for two seconds at most. */
  shutdown(): Promise<void>;
}

const silentSpan: Span = { traceparent: undefined, set() {}, link() {} };

/** What tracing costs when nobody listens: a call. */
export const noTracing: Tracing = {
  enabled: false,
  span: (_name, _attributes, fn) => fn(silentSpan),
  current: () => undefined,
  record: () => undefined,
  shutdown: () => Promise.resolve(),
};
