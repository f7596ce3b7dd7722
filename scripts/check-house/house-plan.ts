/** The house as drawn in ARCHITECTURE.md. A new room or a new arrow is added here, in the same commit as its reason. */
export const floors: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  kernel: ['contract'],
  db: ['kernel', 'contract'],
  jobs: ['db', 'kernel', 'contract'],
  channels: ['kernel', 'contract'],
  ai: ['kernel', 'contract'],
  core: ['channels', 'ai', 'jobs', 'db', 'kernel', 'contract'],
  simulator: [],
  server: ['core', 'channels', 'ai', 'jobs', 'db', 'kernel', 'contract', 'simulator'],
  phone: ['contract'],
  client: ['contract'],
  panel: ['contract', 'client'],
  widget: ['contract'],
  testkit: ['server', 'core', 'channels', 'ai', 'jobs', 'db', 'kernel', 'contract', 'simulator'],
  scripts: [],
};

/** Floors that only tests and benchmarks may stand on. */
export const forTestsOnly: readonly string[] = ['testkit'];

/** Rooms of core and the rooms each may import. Every room may write to the ledger. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  ledger: [],
  media: [],
  workspaces: [],
  access: ['workspaces'],
  contacts: ['search'],
  departments: [],
  templates: [],
  knowledge: ['media', 'governance'],
  flows: [],
  intents: [],
  governance: ['workspaces', 'contacts'],
  conversations: ['contacts'],
  messages: ['conversations', 'media', 'templates'],
  tickets: ['workspaces', 'conversations', 'departments'],
  search: [],
  presence: [],
  push: ['presence'],
  routing: ['workspaces', 'tickets'],
  desk: ['workspaces', 'contacts', 'conversations', 'messages', 'tickets', 'media', 'templates'],
  automations: ['conversations', 'messages', 'tickets'],
  tools: ['workspaces', 'governance', 'conversations', 'contacts', 'messages', 'media', 'tickets'],
  answers: ['governance', 'intents', 'knowledge', 'tools', 'contacts', 'messages', 'tickets'],
  ingest: ['contacts', 'conversations', 'messages', 'media', 'templates', 'tickets'],
  orchestrator: [
    'workspaces',
    'conversations',
    'messages',
    'knowledge',
    'tickets',
    'routing',
    'automations',
    'contacts',
    'flows',
    'intents',
    'governance',
    'tools',
    'answers',
  ],
  outbox: ['messages', 'media', 'templates'],
};

/** Only these run a provider's code; every other room of core may use the port's words (types) and nothing else. */
export const mayRunPort: Readonly<Record<string, readonly string[]>> = {
  'channels/port': ['ingest', 'outbox', 'media'],
  'ai/local': ['ingest', 'answers', 'intents', 'knowledge', 'governance', 'orchestrator'],
  'ai/port': ['answers', 'intents', 'knowledge', 'tools', 'governance', 'orchestrator'],
};

/** The one file that reads the environment. Scripts start before there is a house; tests prepare what they test. */
export const environmentReader = 'packages/kernel/src/config/read-environment.ts';
