export { type BackoffOptions, backoff } from './backoff.ts';
export { type Batcher, type BatcherOptions, createBatcher } from './batcher.ts';
export { type Clock, systemClock } from './clock.ts';
export * from './config/index.ts';
export { type CtxChange, closeCtx, createCtx, deriveCtx } from './create-ctx.ts';
export type { Actor, Ctx } from './ctx.ts';
export { Fault, type FaultData, toFault } from './errors.ts';
export * from './http/index.ts';
export { createIds, type Ids, isUuid, uuidFloor } from './ids.ts';
export { openKeyFile } from './key-file.ts';
export * from './log/index.ts';
export { type Counter, createMetrics, type Gauge, type Histogram, type Labels, type Metrics } from './metrics.ts';
export { canonicalPhoneKey, formatPhone, type Phone, type PhoneKind, parsePhone, phoneVariants } from './phones.ts';
export { createPump, type Pump } from './pump.ts';
export { createKeyRing, type KeyRing } from './seal.ts';
export { formatCnpj, formatCpf, isCnpj, isCpf, parseCnpj, parseCpf } from './tax-ids.ts';
export { toProblem } from './to-problem.ts';
export {
  noTracing,
  type RecordedSpan,
  type Span,
  type SpanAttributes,
  type TraceParent,
  type Tracing,
} from './tracing.ts';
