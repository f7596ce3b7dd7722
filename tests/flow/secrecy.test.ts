import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCustomerTo } from './customer.ts';
import { type Collector, startCollector } from './start-collector.ts';
import { type SimulatedLine, startSimulatedLine } from './start-simulated-line.ts';

/** What a customer writes, and what of it must be found nowhere but in the books. */
const private_: readonly (readonly [said: string, trace: RegExp])[] = [
  ['meu telefone é +55 (21) 97654-3210', /97654-?3210/],
  ['ou 21 97654 3211', /97654.?3211/],
  ['CPF 529.982.247-25', /529\.?982\.?247/],
  ['CPF 39053344705', /39053344705/],
  ['CNPJ 12.ABC.345/01DE-35', /ABC\.?345|01DE/],
  ['cnpj 12abc34501de35', /abc345/],
  ['maria.zq@example.com.br', /maria\.zq/],
  ['o token é EAAGzqTokenOfMeta0123456789', /zqTokenOfMeta/],
  ['senha: zqSenhaDaMaria', /zqSenha/],
  ['Quero comprar dois bolos de fubá', /bolos|fubá|fub\\u00e1/],
];
const everywhere: readonly RegExp[] = [
  /Dores|Zulmira/, // the name
  /9?8877-?6655/, // the phone
  /simulatedAccessToken|app-secret-of|verify-token-of/,
  /zqChaveDoModelo/,
];

const logs = mkdtempSync(join(tmpdir(), 'balcao-logs-'));
let collector: Collector;
let line: SimulatedLine;
beforeAll(async () => {
  collector = await startCollector();
  line = await startSimulatedLine({
    env: { LOG_DIR: logs, LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
}, 60_000);
afterAll(async () => {
  await line?.close();
  await collector?.close();
  rmSync(logs, { recursive: true });
});

const told: string[] = [];

async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${line.program.url}${path}`, { redirect: 'manual', ...init });
  told.push(JSON.stringify([...response.headers]), await response.text());
  return response.status;
}

/** All that can go wrong from outside, with something private in it. */
async function askWrongly(said: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const key = { ...json, authorization: `Bearer ${line.apiKey}` };
  const coded = encodeURIComponent(said);
  const statuses = [
    await ask('/webhooks/whatsapp', { method: 'POST', body: JSON.stringify({ text: said }) }),
    await ask('/webhooks/whatsapp', { method: 'POST', body: `{"text":"${said}",` }),
    await ask(`/webhooks/whatsapp/${coded}`, { method: 'POST', body: '{}', headers: json }),
    await ask(`/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${coded}&hub.challenge=${coded}`),
    await ask(`/media/${coded}`),
    await ask(`/api/v1/${coded}`, { headers: key }),
    await ask(`/api/v1/messages.list?${coded}=${coded}`, { headers: key }),
    await ask('/api/v1/messages.list?phone=1', { headers: { authorization: `Bearer ${coded}` } }),
    await ask('/api/v1/messages.send', { method: 'POST', headers: key, body: `{"text":"${said}"` }),
    await ask('/api/v1/messages.send', { method: 'POST', headers: key, body: JSON.stringify({ [said]: said }) }),
    await ask('/api/v1/contacts.merge', {
      method: 'POST',
      headers: key,
      body: JSON.stringify({ from: said, into: said }),
    }),
    await ask('/api/v1/jobs.dead', { headers: { authorization: `Bearer ${line.apiKey.slice(0, -3)}xyz` } }),
  ];
  for (const status of statuses) expect([400, 401, 403, 404]).toContain(status);
  // What is no address of ours may be a page of the panel, the same for everybody: it repeats nothing of the address.
  expect([200, 404]).toContain(await ask(`/${coded}`));
}

/** A key that works nowhere, kept and tried in every way: it is told to nobody. */
async function tryModels(): Promise<unknown[]> {
  const apiKey = 'sk-zqChaveDoModelo0123456789';
  const kept = {
    name: 'Modelo',
    vendor: 'openai-compatible',
    purpose: 'answer',
    model: 'm',
    baseUrl: 'http://127.0.0.1:9/v1',
  };
  const { model } = await line.api<{ model: { id: string } }>('models.save', { ...kept, apiKey });
  const { name: _, ...unsaved } = kept;
  return [
    model,
    await line.api('models.test', { id: model.id }),
    await line.api('models.test', { ...unsaved, apiKey }),
    await line.api('models.list'),
    await line.api('bot.get'),
    await ask('/api/v1/models.save', {
      method: 'POST',
      headers: { authorization: `Bearer ${line.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...kept, apiKey: [apiKey] }),
    }),
  ];
}

test('of what people write and who they are, and of our secrets, nothing is recorded anywhere', {
  timeout: 60_000,
}, async () => {
  const { simulator } = line;
  const customer = addCustomerTo(line, 'Zulmira das Dores', '+55 11 98877-6655');
  simulator.inject({ kind: 'error', code: 131000, details: 'Zulmira das Dores, 5511988776655', every: 3 });
  simulator.inject({ kind: 'fail', code: 131026, details: 'fubá 5511988776655', every: 4 });
  simulator.inject({ kind: 'drop', accepted: true, times: 1 });
  for (const [said] of private_) {
    customer.write(said);
    await askWrongly(said);
  }
  told.push(JSON.stringify(await tryModels()));
  simulator.clearFaults();
  await line.settled();
  simulator.inject({ kind: 'error', code: 190, details: 'EAAGsimulatedAccessToken0123456789 has expired' });
  customer.write('Zulmira escreve mais uma vez');
  const states = async () =>
    (await line.api<{ channels: { state: string }[] }>('channels.list')).channels.map((one) => one.state);
  await expect.poll(states, { timeout: 20_000 }).toEqual(['stopped']);
  await ask('/health/ready');
  await ask('/health/live');
  await ask('/metrics');
  await ask('/api/v1/openapi.json');
  const dead = JSON.stringify(await line.api('jobs.dead'));
  await line.program.stop();

  const read = (path: string) => readFileSync(path, 'utf8');
  const ownLogs = readdirSync(line.program.dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.log'))
    .map((name) => read(join(line.program.dataDir, name)));
  const recorded = {
    logs: readdirSync(logs)
      .map((name) => read(join(logs, name)))
      .join('\n'),
    terminal: read(line.program.logFile),
    postgres: ownLogs.join('\n'),
    spans: collector.raw(),
    answers: told.join('\n'),
    dead,
  };
  for (const [where, text] of Object.entries(recorded))
    for (const trace of [...private_.map(([, one]) => one), ...everywhere])
      expect(trace.exec(text)?.[0], `${String(trace)} in ${where}`).toBeUndefined();
  // It would be easy to record nothing at all.
  expect(recorded.logs.length).toBeGreaterThan(200);
  expect(recorded.spans.length).toBeGreaterThan(5_000);
  expect(recorded.answers).toContain('balcao_backlog');
});

test('one trace runs from the webhook to the send of its reply', () => {
  const spans = collector.spans();
  const first = spans.find((span) => span.name === 'send');
  const whole = spans.filter((span) => span.traceId === first?.traceId);
  const names = whole.map((span) => span.name);
  for (const name of ['webhook', 'ingest', 'turn', 'send']) expect(names).toContain(name);
  const root = whole.find((span) => span.name === 'webhook');
  expect(root?.parentSpanId ?? '').toBe('');
  const known = new Set(whole.map((span) => span.spanId));
  for (const span of whole.filter((one) => one !== root)) expect(known).toContain(span.parentSpanId);
});
