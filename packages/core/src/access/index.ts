export { type IdempotentRequest, keepAnswer, takeAnswer } from './idempotent-answers.ts';
export { type Authenticated, authenticate } from './keys/authenticate.ts';
export { type CreateApiKeyInput, createApiKey, type NewApiKey } from './keys/create-api-key.ts';
export { type ListedApiKey, listApiKeys } from './keys/list-api-keys.ts';
export { revokeApiKey } from './keys/revoke-api-key.ts';
export { type Membership, memberOf, type RoleName } from './members/member-of.ts';
export { findSession, type Session } from './sessions/find-session.ts';
