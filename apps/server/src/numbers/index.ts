export { askHealth } from './ask-health.ts';
export { credentialSentences } from './credential-sentences.ts';
export { testCredentials } from './test-credentials.ts';
