export { ledgerHead } from './ledger-head.ts';
export { type LedgerEvent, type LedgerPage, readAfter } from './read-after.ts';
export { type LedgerEntry, type LedgerType, record } from './record.ts';
