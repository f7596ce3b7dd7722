export { compareCursors, parseCursor } from './cursor.ts';
export { type FeedPosition, findNews } from './find-news.ts';
export { ledgerHead } from './ledger-head.ts';
export { onRecorded } from './on-recorded.ts';
export { type LedgerEvent, type LedgerPage, readAfter } from './read-after.ts';
export { readBack } from './read-back.ts';
export { type LedgerEntry, type LedgerType, record } from './record.ts';
