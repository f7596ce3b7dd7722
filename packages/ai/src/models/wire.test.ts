import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, createLog, createMetrics, systemClock } from '@balcao/kernel';
import { type RecordedExchange, recordedExchanges } from '@balcao/testkit';
import { afterEach, expect, test } from 'vitest';
import { ModelError, type ModelSpec, type TextRequest, type ToolCall } from '../port/index.ts';
import { createModels } from './create-models.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Took {
  method: string;
  path: string;
  headers: Record<string, unknown>;
  body: unknown;
}

/** A vendor that plays back what was recorded, one answer after the other, and keeps what it was asked. */
async function playback(exchanges: readonly RecordedExchange[]) {
  const took: Took[] = [];
  const left = [...exchanges];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    took.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(body) as unknown,
    });
    const next = left.shift() ?? exchanges[0];
    response.writeHead(next?.answer.status ?? 500, next?.answer.headers).end(JSON.stringify(next?.answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listens on TCP
  closing.push(() => (server.closeAllConnections(), server.close()));
  return { took, port };
}

const vendors = {
  gemini: { vendor: 'google', model: 'gemini-2.5-flash', embed: 'gemini-embedding-001', path: '/v1beta', key: true },
  openai: {
    vendor: 'openai-compatible',
    model: 'gpt-4o-mini',
    embed: 'text-embedding-3-small',
    path: '/v1',
    key: true,
  },
  ollama: { vendor: 'ollama', model: 'llama3.2', embed: 'nomic-embed-text', path: '', key: false },
} as const;
type Name = keyof typeof vendors;

async function with_(name: Name, ...kinds: string[]) {
  const recorded = recordedExchanges(name);
  const exchanges = kinds.flatMap((kind) => recorded[kind] ?? []);
  expect(exchanges).toHaveLength(kinds.length);
  const { took, port } = await playback(exchanges);
  const http = createHttpClient({ allowedPrivate: ['127.0.0.1'], allowedPorts: [port] });
  closing.push(() => http.close());
  const lines: string[] = [];
  const log = createLog({ level: 'debug', sink: sinkOf(lines) });
  const metrics = createMetrics({ process: false });
  const models = createModels({ http, clock: systemClock, random: () => 0.5, log, metrics }, { tries: 1 });
  const { vendor, model, embed, path, key } = vendors[name];
  const spec = (of: string): ModelSpec => ({
    id: 'one',
    vendor,
    model: of,
    baseUrl: `http://127.0.0.1:${port}${path}`,
    apiKey: key ? 'chave-do-teste' : undefined,
  });
  const asking = (of: string = model) => ({ workspaceId: 'w', models: [spec(of)], timeoutMs: 4_000 });
  return { took, exchanges, models, asking, embed, lines, metrics };
}

const question: TextRequest = {
  purpose: 'answer',
  system: 'Você é a Bia, assistente da Loja Azul.',
  turns: [{ by: 'customer', text: 'Cadê meu pedido 123?' }],
  maxOutputTokens: 300,
};
const order = {
  name: 'order_status',
  description: 'Onde está um pedido',
  parameters: {
    type: 'object',
    properties: { order: { type: 'string' } },
    required: ['order'],
    additionalProperties: false,
  },
};

function expectOnTheWire(
  took: Took | undefined,
  recorded: RecordedExchange | undefined,
  body = recorded?.request.body,
) {
  expect(took).toMatchObject({
    method: recorded?.request.method,
    path: recorded?.request.path,
    headers: recorded?.request.headers,
  });
  expect(took?.body).toEqual(body);
}

const all: Name[] = ['gemini', 'openai', 'ollama'];

test.each(all)('%s is asked for a text, and answers, in its own words', async (name) => {
  const { took, exchanges, models, asking } = await with_(name, 'text');
  const answer = await models.text(asking(), question);
  expectOnTheWire(took[0], exchanges[0]);
  expect(answer).toMatchObject({
    text: 'Vou olhar o pedido 123 para você.',
    finish: 'stop',
    calls: [],
    modelId: 'one',
  });
  expect(answer.usage.estimated).toBe(false);
  expect(answer.usage.tokensIn).toBeGreaterThan(20);
});

test.each(all)('%s calls a tool and is told the result', async (name) => {
  const { took, exchanges, models, asking } = await with_(name, 'call', 'result');
  const first = await models.text(asking(), { ...question, tools: [order] });
  expectOnTheWire(took[0], exchanges[0]);
  expect(first).toMatchObject({ finish: 'calls', calls: [{ name: 'order_status', args: { order: '123' } }] });
  const call = first.calls[0] as ToolCall; // by the line above
  const answer = await models.text(asking(), {
    ...question,
    tools: [order],
    turns: [
      ...question.turns,
      { by: 'company', text: '', calls: first.calls },
      { by: 'tool', results: [{ id: call.id, name: call.name, output: '{"status":"enviado"}' }] },
    ],
  });
  // Gemini's calls have no ids of their own: the SDK makes them.
  const told = JSON.parse(JSON.stringify(exchanges[1]?.request.body).replaceAll('$id', call.id)) as unknown;
  expectOnTheWire(took[1], exchanges[1], told);
  expect(answer.text).toBe('O pedido 123 foi enviado.');
});

test.each(all)('%s is asked for an object of a schema, coolly', async (name) => {
  const { took, exchanges, models, asking } = await with_(name, 'object');
  const schema = {
    type: 'object',
    properties: { intent: { type: 'string', enum: ['price', 'outside'] } },
    required: ['intent'],
    additionalProperties: false,
  };
  const { value } = await models.object(asking(), {
    purpose: 'classify',
    name: 'intent',
    system: 'Diga a intenção.',
    turns: question.turns,
    maxOutputTokens: 60,
    schema,
  });
  expectOnTheWire(took[0], exchanges[0]);
  expect(JSON.stringify(took[0]?.body)).toContain('"temperature":0.2');
  expect(value).toEqual({ intent: 'outside' });
});

test.each(all)('%s makes vectors of passages and of questions', async (name) => {
  const { took, exchanges, models, asking, embed } = await with_(name, 'embed-passages', 'embed-question');
  const passages = await models.embed(asking(embed), { texts: ['Horário', 'Troca'], as: 'passage' });
  const asked = await models.embed(asking(embed), { texts: ['Que horas abre?'], as: 'question' });
  expectOnTheWire(took[0], exchanges[0]);
  expectOnTheWire(took[1], exchanges[1]);
  expect(passages.vectors).toEqual([
    [0.011, -0.022, 0.033],
    [0.044, 0.055, -0.066],
  ]);
  expect(asked.vectors).toEqual([[0.01, -0.02, 0.03]]);
});

test.each([
  ['gemini', 'refusal', 'refused', undefined],
  ['gemini', 'busy', 'rate_limited', 17_000],
  ['gemini', 'used-up', 'quota', 41_000],
  ['gemini', 'wrong-key', 'auth', undefined],
  ['openai', 'refusal', 'refused', undefined],
  ['openai', 'busy', 'rate_limited', 20_000],
  ['openai', 'used-up', 'quota', undefined],
  ['openai', 'wrong-key', 'auth', undefined],
  ['ollama', 'no-model', 'bad_request', undefined],
] as const)(
  '%s says no (%s): %s, and neither the key nor the question gets into error, log or metrics',
  async (name, kind, failure, retryAfterMs) => {
    const { models, asking, lines, metrics } = await with_(name, kind);
    const error = await models.text(asking(), question).then(
      () => expect.unreachable('should have failed'),
      (thrown: unknown) => thrown as ModelError, // looked at next
    );
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ failure, retryAfterMs, tried: [{ modelId: 'one', failure }] });
    const told = [error.stack, JSON.stringify(error), JSON.stringify(error.data), ...lines, await metrics.text()].join(
      '\n',
    );
    expect(told).not.toMatch(/chave-do|Cadê meu pedido|Loja Azul|billing details/);
  },
);

const sinkOf = (lines: string[]) => ({
  write: (line: string) => void lines.push(line),
  flushSync: () => {},
});
