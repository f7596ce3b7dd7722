export { createLog, type LogOptions } from './create-log.ts';
export type { LineSink } from './daily-file.ts';
export type { Log, LogFields } from './log.ts';
export { mask } from './mask.ts';
export { maskDeep } from './mask-deep.ts';
