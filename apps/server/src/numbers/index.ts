export { askHealth } from './ask-health.ts';
export { type CredentialSentence, credentialSentences } from './credential-sentences.ts';
export { type CredentialsToTry, type TryResult, testCredentials } from './test-credentials.ts';
