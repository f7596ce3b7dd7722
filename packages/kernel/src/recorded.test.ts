import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@balcao/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from './config/index.ts';
import { closeCtx, createCtx, deriveCtx } from './create-ctx.ts';
import type { Ctx } from './ctx.ts';
import { Fault } from './errors.ts';
import { toProblem } from './to-problem.ts';

/** What people and their secrets look like, and what of each must be found nowhere. */
const naughty: readonly (readonly [value: string, trace: RegExp])[] = [
  ['+55 (11) 98765-4321', /98765-?4321/],
  ['5511976543210', /976543210/],
  ['11 9 6543 2109', /6543.?2109/],
  ['+44 7911 123456', /7911.?123456/],
  ['529.982.247-25', /529\.?982\.?247/],
  ['39053344705', /39053344705/],
  ['12.ABC.345/01DE-35', /ABC\.?345|01DE/],
  ['12abc34501de35', /abc345/],
  ['maria.zq@example.com.br', /maria/],
  ['EAAGzqTokenOfMeta0123456789', /EAAGzq/],
  ['Bearer zqBearerToken123', /zqBearer/],
  ['eyJhbGciOiJIUzI1NiJ9.eyJ6cSI6MX0.c2ln', /eyJ6cSI/],
  ['0a1b2c3d4e5f60718293a4b5c6d7e8f9', /0a1b2c3d4e/],
  ['bk_live_zqApiKey01', /zqApiKey/],
  ['postgres://balcao:zqPassword@db/balcao', /zqPassword/],
  ['wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFDNB', /HBgNNTUx/],
];
/** Words of people: they can only be known by their field, or because an error quotes them. */
const words = ['Quero comprar dois bolos', 'Maria das Dores'] as const;
const wordTrace = /comprar|bolos|Dores/;

const dir = mkdtempSync(join(tmpdir(), 'balcao-recorded-'));
let collected = '';
const collector = createServer(async (req, res) => {
  for await (const chunk of req) collected += chunk;
  res.end('{}');
});
let ctx: Ctx;

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo; // listens on TCP
  const result = loadConfig({
    DATA_DIR: dir,
    LOG_DIR: join(dir, 'logs'),
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
  });
  if (!('ok' in result)) throw new Error('the configuration of this test is wrong');
  ctx = createCtx(result.ok);
});
afterAll(() => {
  collector.close();
  rmSync(dir, { recursive: true });
});

/** An error as PostgreSQL's driver throws it. */
const postgresError = (value: string) =>
  Object.assign(new Error(`invalid input syntax for type uuid: "${value}"`), {
    code: '22P02',
    severity: 'ERROR',
    detail: `Failing row contains (1, ${value}, ${words[0]}).`,
    where: `unnamed portal parameter $1 = '${value}'`,
    hint: value,
    internalQuery: `select '${value}'`,
  });

async function record(value: string): Promise<string[]> {
  const errors: readonly unknown[] = [
    new Error(`cannot send to ${value}`),
    new Fault('conflict', `Contact ${value} exists.`, {
      phone: value,
      name: words[1],
      deep: { text: words[0], list: [value] },
    }),
    new Fault('internal', 'x', {}, postgresError(value)),
    postgresError(words[0]),
    new AggregateError([new Error(value), value], value),
    value,
    { nested: value, body: words[0] },
  ];
  const told: string[] = [];
  const own = deriveCtx(ctx, { requestId: `r ${value}`, correlationId: value });
  for (const error of errors) {
    own.log.error(
      { err: error, [value]: value, text: { body: words[0] }, contact: { profile: { name: words[1] } } },
      `failed for ${value}`,
    );
    own.log.child({ value }).debug({ message: { text: { body: value } }, caption: words[0], title: words[1] }, value);
    const attributes = {
      value,
      'message.text': words[0],
      'contact.name': words[1],
      [`k ${value}`]: value,
      from: value,
    };
    const turn = async () => {
      own.log.info({ value }, 'inside a span');
      throw error;
    };
    await own.tracing.span(`turn ${value}`, attributes, turn).catch(() => {});
    own.tracing.record(value, { start: own.clock.now(), end: own.clock.now(), attributes });
    for (const language of languages) told.push(JSON.stringify(toProblem(error, language)));
  }
  own.metrics.counter('balcao_naughty_total', 'For this test.', ['value']).inc({ value });
  own.metrics.histogram('balcao_naughty_seconds', 'For this test.', ['value']).bind({ value }).observe(1);
  return told;
}

test('nothing that is recorded anywhere holds what people wrote, their numbers, or a secret', async () => {
  const problems: string[] = [];
  for (const [value] of naughty) problems.push(...(await record(value)));
  const metrics = await ctx.metrics.text();
  await closeCtx(ctx);
  const logs = readdirSync(join(dir, 'logs'))
    .map((name) => readFileSync(join(dir, 'logs', name), 'utf8'))
    .join('');

  const recorded = { logs, spans: collected, metrics, problems: problems.join('\n') };
  for (const [where, text] of Object.entries(recorded)) {
    expect(text.length, `${where} were recorded`).toBeGreaterThan(1_000);
    for (const [value, trace] of naughty) {
      expect(text.includes(value), `${value} in ${where}`).toBe(false);
      expect(trace.exec(text)?.[0], `${trace} in ${where}`).toBeUndefined();
    }
    expect(wordTrace.exec(text)?.[0], `words in ${where}`).toBeUndefined();
  }
  // It would be easy to record nothing at all.
  expect(logs.trimEnd().split('\n').length).toBe(naughty.length * 7 * 3);
  expect(logs).toContain('22P02');
  expect(logs).toContain('recorded.test.ts:');
  expect(logs).toMatch(/"traceId":"[0-9a-f]{32}"/);
  expect(collected).toContain('exception.stacktrace');
});
