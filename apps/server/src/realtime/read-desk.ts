import type { DeskReads } from './feed/desk-reads.ts';

/** The rooms' own answers: a screen is told exactly what it would read. */
export const readDesk: DeskReads = {
  items: async () => [],
  messages: async () => [],
  histories: async () => new Map(),
};
