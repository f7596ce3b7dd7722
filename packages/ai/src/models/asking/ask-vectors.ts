import { embedMany } from 'ai';
import { type EmbedRequest, type EmbedResult, ModelError, type ModelSpec } from '../../port/index.ts';
import type { OpenVendor } from '../vendors/open-vendor.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** Gemini makes other vectors of questions than of what answers them. */
const googleTasks = { question: 'RETRIEVAL_QUERY', passage: 'RETRIEVAL_DOCUMENT' } as const;

export async function askVectors(
  spec: ModelSpec,
  vendor: OpenVendor,
  request: EmbedRequest,
  signal: AbortSignal,
): Promise<EmbedResult> {
  const answer = await embedMany({
    model: vendor.embedding(),
    values: [...request.texts],
    maxRetries: 0,
    // One after the other: pace and breaker count what is asked as one.
    maxParallelCalls: 1,
    abortSignal: signal,
    ...(spec.vendor === 'google' ? { providerOptions: { google: { taskType: googleTasks[request.as] } } } : {}),
  });
  const vectors = answer.embeddings;
  const length = vectors[0]?.length ?? 0;
  const whole = vectors.every((one) => one.length === length && one.every((number) => Number.isFinite(number)));
  if (vectors.length !== request.texts.length || length === 0 || !whole)
    throw new ModelError('garbage', 'the vectors are not what was asked for');
  const counted = answer.usage.tokens;
  const known = Number.isFinite(counted) && counted > 0;
  const guess = request.texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  return { vectors, usage: { tokensIn: known ? counted : guess, tokensOut: 0, estimated: !known } };
}
