export type { Draft } from './draft-store.ts';
export { draftStore } from './drafts.ts';
export type { KeptSend } from './kept-sends.ts';
export { keepSends, keptSends } from './sends.ts';
export { useUnsent } from './use-unsent.ts';
