import { generateText, jsonSchema, type LanguageModelUsage, NoObjectGeneratedError, Output } from 'ai';
import { ModelError, type ObjectRequest, type ObjectResult, temperatures } from '../../port/index.ts';
import type { OpenVendor } from '../vendors/open-vendor.ts';
import { estimateAsked, estimateTokens } from './estimate-tokens.ts';
import { toMessages } from './to-messages.ts';
import { usageOf } from './usage-of.ts';

/** The shape is asked for twice, by the vendor's own means and in words: small models know only one of the two. */
export async function askObject(
  vendor: OpenVendor,
  request: ObjectRequest,
  signal: AbortSignal,
): Promise<ObjectResult> {
  const { system, turns, maxOutputTokens, purpose, schema, name } = request;
  const shape = JSON.stringify(schema);
  const told = `${system}\n\nAnswer with one JSON object and nothing else, of this JSON Schema:\n${shape}`;
  const { text, usage } = await raw(async () => {
    const answer = await generateText({
      model: vendor.language(),
      instructions: told,
      messages: toMessages(turns),
      output: Output.object({ schema: jsonSchema(schema), name }),
      temperature: temperatures[purpose],
      maxOutputTokens,
      maxRetries: 0,
      abortSignal: signal,
      ...(vendor.thinking ? { reasoning: vendor.thinking } : {}),
    });
    if (answer.finishReason === 'content-filter') throw new ModelError('refused', 'the vendor refused to answer');
    return { text: answer.text, usage: answer.usage };
  });
  if (text.trim() === '') throw new ModelError('empty', 'the answer is empty');
  const value = readJson(text);
  if (value === undefined) throw new ModelError('garbage', 'the answer is not JSON');
  return { value, usage: usageOf(usage, { in: estimateAsked(told, turns), out: estimateTokens(text) }) };
}

interface Raw {
  readonly text: string;
  readonly usage: LanguageModelUsage;
}

const nothingCounted: LanguageModelUsage = {
  inputTokens: undefined,
  inputTokenDetails: { noCacheTokens: undefined, cacheReadTokens: undefined, cacheWriteTokens: undefined },
  outputTokens: undefined,
  outputTokenDetails: { textTokens: undefined, reasoningTokens: undefined },
  totalTokens: undefined,
};

/** What the SDK would not take as JSON may still be, between the fences or the words that small models put around it. */
async function raw(ask: () => Promise<Raw>): Promise<Raw> {
  try {
    return await ask();
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error)) throw error;
    if (error.finishReason === 'content-filter') throw new ModelError('refused', 'the vendor refused to answer');
    return { text: error.text ?? '', usage: error.usage ?? nothingCounted };
  }
}

function readJson(text: string): unknown {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return undefined;
  }
}
