export { createTracing } from './create-tracing.ts';
export {
  noTracing,
  type RecordedSpan,
  type Span,
  type SpanAttributes,
  type TraceParent,
  type Tracing,
} from './tracing.ts';
