import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { type OperationName, operations } from '@balcao/contract';
import {
  createSimulator,
  escapeJson,
  type NumberOptions,
  type Simulator,
  type SimulatorOptions,
  signBody,
} from '@balcao/simulator';
import { type Program, prepareProgram } from '@balcao/testkit';
import { expect } from 'vitest';

export interface SimulatedLine {
  readonly program: Program;
  readonly simulator: Simulator;
  readonly number: NumberOptions;
  readonly workspaceId: string;
  readonly channelId: string;
  /** A key that may do everything. */
  readonly apiKey: string;
  /** Posts a webhook of ours, signed and escaped as Meta's are. */
  post(body: unknown): Promise<Response>;
  /** Resolves when no receipt waits any more. */
  settled(): Promise<void>;
  api<T>(name: OperationName, input?: Readonly<Record<string, unknown>>): Promise<T>;
  close(): Promise<void>;
}

export interface SimulatedLineOptions {
  readonly flow?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly simulator?: Partial<SimulatorOptions>;
}

const echo = { version: 1, start: 'echo', steps: { echo: { reply: '{{message.text}}' } } };

/** The real program and the simulator on a socket of its own: nothing between them but HTTP, as with Meta. */
export async function startSimulatedLine(options: SimulatedLineOptions = {}): Promise<SimulatedLine> {
  const number: NumberOptions = {
    phoneNumberId: `10${randomInt(1e12, 9e12)}`,
    wabaId: `20${randomInt(1e12, 9e12)}`,
    displayPhoneNumber: '+55 11 4000-0001',
    accessToken: 'EAAGsimulatedAccessToken0123456789',
    appSecret: 'app-secret-of-the-simulated-number',
    verifyToken: 'verify-token-of-the-number',
  };
  const simulator = createSimulator({
    numbers: [number],
    walk: { sentMs: 5, deliveredMs: 10, read: 'never' },
    ...options.simulator,
  });
  const { url } = await simulator.listen();
  const program = await prepareProgram({ env: { GRAPH_API_BASE_URL: `${url}/v26.0`, ...options.env } });
  const close = async () => {
    await program.remove();
    await simulator.close();
  };
  try {
    await program.start();
    const { id: workspaceId } = await program.cli<{ id: string }>('workspace', 'create', '--name', 'Padaria');
    const channel = await program.cli<{ id: string }>(
      ...['channel', 'create', 'whatsapp-cloud', '--workspace', workspaceId],
      ...['--phone-number-id', number.phoneNumberId, '--waba-id', number.wabaId, '--app-secret', number.appSecret],
      ...['--access-token', number.accessToken, '--verify-token', number.verifyToken ?? ''],
    );
    const flow = `${program.dataDir}.flow.json`;
    writeFileSync(flow, JSON.stringify(options.flow ?? echo));
    await program.cli('bot', 'set', '--channel', channel.id, '--flow', flow, '--join-ms', '0');
    const { key: apiKey } = await program.cli<{ key: string }>(
      ...['apikey', 'create', '--workspace', workspaceId, '--scopes', '*'],
    );
    const api = <T>(name: OperationName, input: Readonly<Record<string, unknown>> = {}) =>
      askApi<T>(`${program.url}/api/v1/${name}`, apiKey, operations[name].kind === 'read', input);
    const webhookUrl = `${program.url}/webhooks/whatsapp`;
    simulator.connectNumber({ ...number, webhookUrl });
    const post = (body: unknown) => postSigned(webhookUrl, body, number.appSecret);
    const settled = () => whenNothingWaits(program.url);
    return { program, simulator, number, workspaceId, channelId: channel.id, apiKey, post, settled, api, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function postSigned(url: string, body: unknown, appSecret: string): Promise<Response> {
  const raw = Buffer.from(escapeJson(body));
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signBody(raw, appSecret) };
  return fetch(url, { method: 'POST', headers, body: raw });
}

async function whenNothingWaits(url: string): Promise<void> {
  const waiting = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return ['receipts', 'turns'].map(
      (stage) => new RegExp(`^balcao_backlog\\{stage="${stage}"\\} (\\d+)$`, 'm').exec(metrics)?.[1],
    );
  };
  await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toEqual(['0', '0']);
}

async function askApi<T>(
  url: string,
  key: string,
  read: boolean,
  input: Readonly<Record<string, unknown>>,
): Promise<T> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : '';
  const response = await fetch(
    `${url}${query}`,
    read ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) },
  );
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T; // as the contract says; the program checks it outside production
}
