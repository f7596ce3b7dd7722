export { type Authenticated, authenticate } from './authenticate.ts';
export { type CreateApiKeyInput, createApiKey, type NewApiKey } from './create-api-key.ts';
export { type IdempotentRequest, keepAnswer, takeAnswer } from './idempotent-answers.ts';
export { type ListedApiKey, listApiKeys } from './list-api-keys.ts';
export { revokeApiKey } from './revoke-api-key.ts';
