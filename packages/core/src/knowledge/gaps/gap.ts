export interface GapExample {
  readonly question: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly at: Date;
}

/** Questions that mean the same and that nothing answered. */
export interface Gap {
  readonly id: string;
  readonly state: 'open' | 'drafted' | 'answered' | 'dismissed';
  readonly question: string;
  readonly asked: number;
  readonly articleId: string | null;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Newest first. */
  readonly examples: readonly GapExample[];
}
