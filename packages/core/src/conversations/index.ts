export { closeWindow } from './close-window.ts';
export { botHasFloor, type Floor, giveFloor, PHONE_APP_HOLDS_MS } from './floor.ts';
export { type ConversationPlace, get } from './get.ts';
export { type JoinedConversations, joinConversations, partConversations } from './join-conversations.ts';
export { learnAddress } from './learn-address.ts';
export { CONVERSATIONS_PER_PAGE, type ConversationRow, list } from './list.ts';
export { ofContacts } from './of-contacts.ts';
export { openOrResume, type Talker } from './open-or-resume.ts';
