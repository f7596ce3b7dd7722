/** What processes tell each other that no row keeps. Whoever misses a word is a little out of date, never wrong for long. */
export type Word =
  | { readonly kind: 'presence'; readonly workspaceId: string }
  | {
      readonly kind: 'typing';
      readonly workspaceId: string;
      readonly conversationId: string;
      readonly by: string;
      readonly on: boolean;
    };

export interface BusHealth {
  readonly by: 'redis' | 'postgres';
  /** False: words go through PostgreSQL until Redis is back. */
  readonly redis?: boolean;
}

export interface Bus {
  tell(word: Word): void;
  health(): BusHealth;
  close(): Promise<void>;
}

export type Hear = (word: Word) => void;

export function parseWord(text: unknown): Word | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const word = JSON.parse(text) as Partial<Word> & Record<string, unknown>;
    if (typeof word.workspaceId !== 'string') return undefined;
    if (word.kind === 'presence') return { kind: 'presence', workspaceId: word.workspaceId };
    const { conversationId, by, on } = word;
    if (word.kind !== 'typing' || typeof conversationId !== 'string' || typeof by !== 'string') return undefined;
    return { kind: 'typing', workspaceId: word.workspaceId, conversationId, by, on: on === true };
  } catch {
    return undefined;
  }
}
