export { createLog, type LogOptions } from './create-log.ts';
export { describeError } from './describe-error.ts';
export type { LineSink } from './line-sink.ts';
export type { Log, LogFields } from './log.ts';
export { mask } from './mask.ts';
export { maskDeep } from './mask-deep.ts';
