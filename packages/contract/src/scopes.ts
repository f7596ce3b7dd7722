/** What a key or a role may do, and the sentence that says so. An operation names exactly one. */
export const scopes = {
  'workspace:read': 'Read the workspace and its settings',
  'channels:read': 'See the channels and their state',
  'channels:write': 'Stop and resume channels',
  'conversations:read': 'See the conversations',
  'conversations:write': 'Say who answers in a conversation',
  'messages:read': 'Read the messages',
  'messages:write': 'Send messages',
  'contacts:read': 'See the contacts',
  'contacts:write': 'Merge contacts and undo it',
  'media:read': 'Open images, audio, video and documents',
  'jobs:read': 'See the jobs that failed for good',
  'jobs:write': 'Run failed jobs again',
  'ledger:read': 'Read what happened',
} as const;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[]; // the keys of a const object are its type's

export const isScope = (text: unknown): text is Scope => typeof text === 'string' && Object.hasOwn(scopes, text);
