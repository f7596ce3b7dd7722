export interface Intent {
  readonly key: string;
  readonly name: string;
  readonly border: string;
  readonly starting: boolean;
  readonly archived: boolean;
  readonly examples: { readonly starting: number; readonly own: number };
}

export interface OwnExample {
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly source: 'person' | 'correction';
  readonly messageId: string | null;
  readonly createdAt: Date;
}

/** How well a model understands what it had not learned. */
export interface Evaluation {
  readonly examples: number;
  readonly accuracy: number;
  readonly ownAccuracy: number | null;
  readonly calibrationError: number;
  readonly intents: readonly {
    readonly key: string;
    readonly examples: number;
    readonly precision: number | null;
    readonly recall: number | null;
  }[];
  readonly confusions: readonly {
    readonly key: string;
    readonly takenFor: string;
    readonly count: number;
    readonly sentences: readonly string[];
  }[];
}

export const INTENTS_AT_MOST = 100;
export const EXAMPLES_AT_MOST = 5_000;
export const EXAMPLE_LENGTH = 300;
