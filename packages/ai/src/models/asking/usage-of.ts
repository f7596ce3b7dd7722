import type { LanguageModelUsage } from 'ai';
import type { Usage } from '../../port/index.ts';

/** As the vendor counted; where it did not, our guess. */
export function usageOf(usage: LanguageModelUsage, guess: { in: number; out: number }): Usage {
  const { inputTokens, outputTokens } = usage;
  return {
    tokensIn: inputTokens ?? guess.in,
    tokensOut: outputTokens ?? guess.out,
    estimated: inputTokens === undefined || outputTokens === undefined,
  };
}
