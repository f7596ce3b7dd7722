export { foldText } from './fold-text.ts';
export { createFollower, type Follower } from './follow.ts';
export { readTyped } from './read-typed.ts';
export type { Eyes } from './rows.ts';
export { type ContactHit, findContactIds, searchContacts } from './search-contacts.ts';
export { type MessageHit, searchMessages } from './search-messages.ts';
export { searchTickets, type TicketHit } from './search-tickets.ts';
export { wordsOf } from './words-of.ts';
