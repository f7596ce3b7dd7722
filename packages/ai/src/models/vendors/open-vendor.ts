import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { EmbeddingModel, LanguageModel } from 'ai';
import type { ModelSpec } from '../../port/index.ts';

type Fetch = typeof globalThis.fetch;

export interface OpenVendor {
  language(): LanguageModel;
  embedding(): EmbeddingModel;
  /** For `generateText`: how much it may think, and what only this vendor takes. */
  readonly thinking: 'none' | undefined;
}

/** Where a vendor answers when nobody says another address. */
const ownAddresses = {
  google: 'https://generativelanguage.googleapis.com/v1beta',
  'openai-compatible': 'https://api.openai.com/v1',
  ollama: 'http://127.0.0.1:11434/v1',
} as const;

/**
 * `plain`: it refused a JSON schema once, so it is told the shape in words. An object of the SDK is cheap to make, and made per
 * call its key lives no longer than that.
 */
export function openVendor(spec: ModelSpec, fetch: Fetch, plain: boolean): OpenVendor {
  const baseURL = spec.baseUrl ?? ownAddresses[spec.vendor];
  if (spec.vendor === 'google') {
    // An empty key, not none: for none the SDK would look into the environment.
    const google = createGoogle({ baseURL, apiKey: spec.apiKey ?? '', fetch });
    return { language: () => google(spec.model), embedding: () => google.embeddingModel(spec.model), thinking: 'none' };
  }
  const compatible = createOpenAICompatible({
    name: 'model',
    baseURL: spec.vendor === 'ollama' ? withVersion(baseURL) : baseURL,
    ...(spec.apiKey === undefined ? {} : { apiKey: spec.apiKey }),
    fetch,
    supportsStructuredOutputs: !plain,
    ...(isOpenAi(baseURL) ? { transformRequestBody: forOpenAi } : {}),
  });
  return {
    language: () => compatible.chatModel(spec.model),
    embedding: () => compatible.embeddingModel(spec.model),
    thinking: undefined,
  };
}

/** People write Ollama's address as it says it itself, without the path of its OpenAI side. */
const withVersion = (url: string): string => (/\/v1\/?$/.test(url) ? url : `${url.replace(/\/+$/, '')}/v1`);

const isOpenAi = (url: string): boolean => URL.canParse(url) && new URL(url).hostname === 'api.openai.com';

/** OpenAI itself has renamed the limit, and its reasoning models take no temperature; those who copy it have not followed. */
function forOpenAi({ max_tokens, temperature, ...body }: Record<string, unknown>): Record<string, unknown> {
  const reasons = typeof body['model'] === 'string' && /^(o\d|gpt-[5-9])/.test(body['model']);
  return {
    ...body,
    ...(max_tokens === undefined ? {} : { max_completion_tokens: max_tokens }),
    ...(temperature === undefined || reasons ? {} : { temperature }),
  };
}
