/** One sign of an attack: where it is looked for and how much it says. Together they say more. */
export interface Sign {
  readonly name: string;
  /** 0 to 1. From 0.6 on it is enough by itself. */
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Up to so many words between two. */
export const gap = (most: number): string => `(?: \\S+){0,${most}} `;
export const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;
export const sign = (name: string, weight: number, ...parts: readonly string[]): Sign => ({
  name,
  weight,
  pattern: new RegExp(`(?<!\\S)${parts.join('')}(?!\\S)`),
});
