export { listPresences, type MemberPresence } from './list-presences.ts';
export { EXPIRES_AFTER_MS, type MemberHere, RENEW_EVERY_MS, renewPresence } from './renew-presence.ts';
