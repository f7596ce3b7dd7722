import type { Models } from '@balcao/ai/port';

export interface DraftDeps {
  readonly models: Models;
}
