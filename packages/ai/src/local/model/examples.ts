export interface IntentExample {
  readonly text: string;
  readonly intent: string;
  /** More than 1: it weighs more than others. */
  readonly counts?: number;
}

/** The class of whatever is none of the others. */
export const OUTSIDE = 'outside';

export interface Ranked {
  readonly intent: string;
  /** 0 to 1. Of a hundred answers with 0.8, some eighty are right. */
  readonly confidence: number;
}

/** An example as a model judged it that had not learned it. */
export interface JudgedExample extends Ranked {
  /** Its place among the examples. */
  readonly at: number;
}

export interface Classified extends Ranked {
  /** The best first. */
  readonly ranking: readonly Ranked[];
}
