/** What a key or a role may do, and the sentence that says so. An operation names exactly one. */
export const scopes = {
  'workspace:read': 'Read the workspace and its settings',
  'workspace:write': 'Change the settings of the workspace',
  'channels:read': 'See the channels, their state and health',
  'channels:write': 'Connect, change, stop and resume channels',
  'conversations:read': 'See the conversations',
  'conversations:write': 'Say who answers in a conversation',
  'messages:read': 'Read the messages',
  'messages:write': 'Send messages',
  'tickets:read': 'See the tickets of the own departments and teams, and those of none',
  'tickets:read-all': 'See the tickets of every department',
  'tickets:write': 'Claim, transfer, snooze, resolve and tag tickets, and write notes',
  'tickets:assign': 'Assign tickets to other people and change many at once',
  'departments:write': 'Change departments, queues, teams and who is in them',
  'desk:write': 'Change canned replies, macros, tags and views that all share',
  'contacts:read': 'See the contacts',
  'contacts:write': 'Change and merge contacts and undo it',
  'contacts:import': 'Bring in contacts from files',
  'contacts:export': 'Take contacts out in a file',
  'fields:write': 'Change the custom fields',
  'media:read': 'Open images, audio, video and documents',
  'media:write': 'Upload files to send',
  'people:read': 'See who works here',
  'people:write': 'Invite people, change their role and take them out',
  'roles:write': 'Make and change roles',
  'api-keys:write': 'Make and revoke API keys',
  'access-log:read': 'Review who signed in, changed permissions and read personal data',
  'bot:read': 'See what the bot understood, and why it answered as it did',
  'bot:write': 'Change and reset the bot',
  'knowledge:write': 'Change what the bot knows',
  'jobs:read': 'See the jobs that failed for good',
  'jobs:write': 'Run failed jobs again',
  'ledger:read': 'Read what happened',
} as const;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[]; // the keys of a const object are its type's

export const isScope = (text: unknown): text is Scope => typeof text === 'string' && Object.hasOwn(scopes, text);
