import type { Script, SeenRequest } from './script.ts';

export interface Spoken {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** How one vendor says what a script wants said. */
export interface Dialect {
  answer(script: Spokenable, seen: SeenRequest): Spoken;
}

/** Those that end in an answer of one piece. */
export type Spokenable = Exclude<Script, { do: 'slow' | 'hang' | 'cut' | 'garbage' }>;

const defaultVector = (text: string): number[] => {
  const vector = [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01];
  for (const letter of text.toLowerCase()) {
    const at = letter.charCodeAt(0) % vector.length;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((one) => one / length);
};

const vectorOf = (script: Spokenable, text: string): readonly number[] =>
  script.do === 'vectors' ? script.of(text) : defaultVector(text);

const after = (seconds: number | undefined): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

/** generateContent, embedContent and batchEmbedContents, as the Gemini API's reference describes them. */
export const google: Dialect = {
  answer(script, { path, body }) {
    if (path.endsWith(':embedContent') && script.do !== 'status')
      return { status: 200, body: { embedding: { values: vectorOf(script, googleText(body)) } } };
    if (path.endsWith(':batchEmbedContents') && script.do !== 'status') {
      const requests = (body['requests'] ?? []) as Record<string, unknown>[]; // as we send them
      return {
        status: 200,
        body: { embeddings: requests.map((one) => ({ values: vectorOf(script, googleText(one)) })) },
      };
    }
    switch (script.do) {
      case 'say':
        return said([{ text: script.text }], script.finish === 'length' ? 'MAX_TOKENS' : 'STOP', script.tokens);
      case 'object':
        return said([{ text: JSON.stringify(script.value) }], 'STOP');
      case 'call':
        return said(
          script.calls.map(({ name, args }) => ({ functionCall: { name, args } })),
          'STOP',
        );
      case 'refuse':
        return {
          status: 200,
          body: { promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: googleUsage([40, 0]) },
        };
      case 'status':
        return {
          status: script.status,
          headers: after(undefined),
          body: {
            error: {
              code: script.status,
              message: script.message ?? 'It did not go.',
              status: script.code ?? 'RESOURCE_EXHAUSTED',
              details:
                script.retryAfter === undefined
                  ? []
                  : [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${script.retryAfter}s` }],
            },
          },
        };
      default:
        return said([], 'STOP');
    }
  },
};

const googleText = (body: Record<string, unknown>): string => JSON.stringify(body['content'] ?? '');
const googleUsage = ([prompt, candidates]: readonly [number, number]) => ({
  promptTokenCount: prompt,
  candidatesTokenCount: candidates,
  totalTokenCount: prompt + candidates,
});

const said = (
  parts: readonly unknown[],
  finishReason: string,
  tokens: readonly [number, number] = [120, 20],
): Spoken => ({
  status: 200,
  body: {
    candidates: [{ content: { parts, role: 'model' }, finishReason, index: 0 }],
    usageMetadata: googleUsage(tokens),
    modelVersion: 'gemini-2.5-flash',
    responseId: 'q1b2c3',
  },
});

/** Chat completions and embeddings, as OpenAI's reference describes them; Ollama speaks the same. */
export const openAi: Dialect = {
  answer(script, { path, body }) {
    if (path.endsWith('/embeddings') && script.do !== 'status') {
      const input = Array.isArray(body['input']) ? (body['input'] as string[]) : [String(body['input'])]; // as we send it
      return {
        status: 200,
        body: {
          object: 'list',
          data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(script, text) })),
          model: body['model'],
          usage: { prompt_tokens: 9, total_tokens: 9 },
        },
      };
    }
    switch (script.do) {
      case 'say':
        return chat(body, { content: script.text }, script.finish ?? 'stop', script.tokens);
      case 'object':
        return chat(body, { content: JSON.stringify(script.value) }, 'stop');
      case 'call':
        return chat(body, { content: null, tool_calls: script.calls.map(toolCall) }, 'tool_calls');
      case 'refuse':
        return chat(body, { content: null, refusal: "I'm sorry, I cannot assist with that request." }, 'stop');
      case 'status':
        return {
          status: script.status,
          headers: after(script.retryAfter),
          body: {
            error: {
              message: script.message ?? 'It did not go.',
              type: script.code ?? 'requests',
              param: null,
              code: script.code ?? null,
            },
          },
        };
      default:
        return chat(body, { content: '' }, 'stop');
    }
  },
};

const toolCall = ({ name, args }: { name: string; args: unknown }, index: number) => ({
  id: `call_${index}`,
  type: 'function',
  function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
});

const chat = (
  { model }: Readonly<Record<string, unknown>>,
  message: Record<string, unknown>,
  finish: string,
  [prompt, completion]: readonly [number, number] = [120, 20],
): Spoken => ({
  status: 200,
  body: {
    id: 'chatcmpl-BxT1',
    object: 'chat.completion',
    created: 1_763_700_000,
    model,
    choices: [{ index: 0, message: { role: 'assistant', ...message }, logprobs: null, finish_reason: finish }],
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
  },
});
