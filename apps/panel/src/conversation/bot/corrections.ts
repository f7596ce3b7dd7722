import { createStore } from '../../api/index.ts';

/** What was said here of a turn, until the page is left: the record keeps what the bot understood, the person's word is an example. */
export const corrections = createStore<ReadonlyMap<string, string>>(new Map());
