export { findPlace } from './find-place.ts';
export { readMessages, readThread, type Thread, type ThreadPage } from './read-thread.ts';
export type { ThreadFile, ThreadPlace, ThreadQuote, ThreadRow } from './types.ts';
