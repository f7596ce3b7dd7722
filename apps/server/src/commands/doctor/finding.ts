/** One thing that was looked at, in a sentence that says what to do when it is not well. */
export interface Finding {
  readonly check: string;
  readonly state: 'well' | 'look' | 'ill';
  readonly sentence: string;
}

export const well = (check: string, sentence: string): Finding => ({ check, state: 'well', sentence });
export const look = (check: string, sentence: string): Finding => ({ check, state: 'look', sentence });
export const ill = (check: string, sentence: string): Finding => ({ check, state: 'ill', sentence });
