import { resolve } from 'node:path';
import { isRange } from '../http/index.ts';
import type { Config, GateConfig, Role } from './config.ts';
import type { ConfigFault } from './config-fault.ts';
import { decideIdentity } from './decide-identity.ts';
import { decideSecretKeys } from './decide-secret-keys.ts';
import { decideStores } from './decide-stores.ts';
import { Questions, type Values } from './questions.ts';

export interface Decided {
  /** To be used only when there are no faults. */
  readonly config: Config;
  readonly faults: readonly ConfigFault[];
  readonly warnings: readonly ConfigFault[];
}

const roles = ['all', 'api', 'worker'] as const;
const graphApi = 'https://graph.facebook.com/v26.0';

/** From what was given to what will be done: a pure function, and the only place where a default is chosen. */
export function decide(values: Values, argv: readonly string[]): Decided {
  const ask = new Questions(values);
  const production = decideProduction(ask);
  const port = ask.integer('PORT', 3000, 0, 65_535);
  const dataDir = resolve(ask.text('DATA_DIR') ?? './data');
  const stores = decideStores(ask, dataDir);
  const logDir = ask.text('LOG_DIR');
  const otlpEndpoint = ask.url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:'], 'http://127.0.0.1:4318');
  const metricsToken = decideMetricsToken(ask);
  const secretKeys = decideSecretKeys(ask, production && stores.database.kind === 'external');
  const config: Config = {
    production,
    role: decideRole(ask, argv),
    port,
    host: ask.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: decidePublicUrl(ask, production, port),
    trustProxy: decideTrustProxy(ask),
    dataDir,
    ...stores,
    databasePoolSize: ask.integer('DATABASE_POOL_SIZE', 16, 2, 200),
    ...(secretKeys === undefined ? {} : { secretKeys }),
    ...decideGraphApi(ask, production),
    logLevel: ask.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    ...(logDir === undefined ? {} : { logDir: resolve(logDir) }),
    demo: decideDemo(ask, production),
    ...(otlpEndpoint === undefined ? {} : { otlpEndpoint }),
    otelServiceName: ask.text('OTEL_SERVICE_NAME') ?? 'balcao',
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...decideIdentity(ask, production),
    gate: decideGate(ask),
    outbound: decideOutbound(ask),
  };
  return { config, faults: ask.faults, warnings: ask.warnings };
}

function decideProduction(ask: Questions): boolean {
  const given = ask.text('NODE_ENV');
  if (given === undefined || ['production', 'development', 'test'].includes(given)) return given === 'production';
  ask.warn(
    'NODE_ENV',
    'is neither production, development nor test, and counts as development. Write production on a real server.',
  );
  return false;
}

function decideRole(ask: Questions, argv: readonly string[]): Role {
  const at = argv.findIndex((word) => word === '--role' || word.startsWith('--role='));
  const fromVariable = ask.choice('ROLE', roles, 'all');
  if (at === -1) return fromVariable;
  const given = argv[at]?.split('=')[1] ?? argv[at + 1];
  const role = roles.find((known) => known === given);
  if (role === undefined) ask.fault('--role', `must be followed by one of ${roles.join(', ')}.`);
  return role ?? fromVariable;
}

function decidePublicUrl(ask: Questions, production: boolean, port: number): string {
  const given = ask.url('PUBLIC_URL', ['http:', 'https:'], 'https://atendimento.example.com');
  if (production && given === undefined && ask.text('PUBLIC_URL') === undefined) {
    ask.warn(
      'PUBLIC_URL',
      'is not set: links in messages, sign-in and the webhook address shown will be wrong. Set it to your https address.',
    );
  }
  if (production && given?.startsWith('http:')) {
    ask.warn('PUBLIC_URL', 'is not https: Meta accepts only https, and passwords would travel unencrypted.');
  }
  return given ?? `http://localhost:${port}`;
}

function decideTrustProxy(ask: Questions): false | number {
  const given = ask.text('TRUST_PROXY')?.toLowerCase();
  if (given === undefined || given === 'off' || given === 'false') return false;
  if (given === 'on' || given === 'true') return 1;
  return ask.integer('TRUST_PROXY', 0, 0, 10) || false;
}

function decideGraphApi(
  ask: Questions,
  production: boolean,
): Pick<Config, 'graphApiBaseUrl' | 'graphApiAllowsPrivate'> {
  const given = ask.url('GRAPH_API_BASE_URL', ['http:', 'https:'], graphApi) ?? graphApi;
  if (!/\/v\d+\.\d+$/.test(given))
    ask.warn('GRAPH_API_BASE_URL', `has no version at its end; Meta's needs one, such as ${graphApi}`);
  const isMeta = new URL(given).hostname === 'graph.facebook.com';
  if (isMeta && given.startsWith('http:'))
    ask.fault('GRAPH_API_BASE_URL', 'must be https: access tokens travel there.');
  if (production && !isMeta) ask.warn('GRAPH_API_BASE_URL', "is not Meta's: messages go there instead.");
  return { graphApiBaseUrl: given, graphApiAllowsPrivate: !isMeta };
}

function decideDemo(ask: Questions, production: boolean): boolean {
  const given = ask.flag('DEMO');
  if (production && given === true) {
    ask.fault(
      'DEMO',
      'cannot be on in production: anybody could write as a customer. Leave it out, or do not set NODE_ENV=production.',
    );
  }
  return given ?? !production;
}

function decideMetricsToken(ask: Questions) {
  const token = ask.secret('METRICS_TOKEN');
  if (token !== undefined && token.reveal().length < 16) {
    ask.fault('METRICS_TOKEN', 'must have at least 16 characters; `openssl rand -hex 24` makes a good one.');
  }
  return token;
}

function decideGate(ask: Questions): GateConfig {
  return {
    maxBytes: ask.integer('WEBHOOK_MAX_BYTES', 3 * 1024 * 1024, 1024, 64 * 1024 * 1024),
    maxDepth: ask.integer('WEBHOOK_MAX_DEPTH', 32, 8, 512),
    maxInFlight: ask.integer('WEBHOOK_MAX_IN_FLIGHT', 4_096, 1, 100_000),
    perSender: ask.integer('WEBHOOK_RATE_SENDER', 200, 1, 100_000),
    perIp: ask.integer('WEBHOOK_RATE_IP', 20_000, 1, 1_000_000),
    perWorkspace: ask.integer('WEBHOOK_RATE_WORKSPACE', 10_000, 1, 1_000_000),
  };
}

function decideOutbound(ask: Questions): Config['outbound'] {
  const allowedPrivate = ask.list('OUTBOUND_PRIVATE');
  const allowedPorts = ask.list('OUTBOUND_PORTS').map(Number);
  if (!allowedPrivate.every(isRange)) {
    ask.fault('OUTBOUND_PRIVATE', 'must be addresses or ranges separated by commas, such as 10.0.0.5,192.168.0.0/24');
  }
  if (!allowedPorts.every((port) => Number.isInteger(port) && port > 0 && port < 65_536)) {
    ask.fault('OUTBOUND_PORTS', 'must be ports separated by commas, such as 5678,8080');
  }
  return { allowedPrivate, allowedPorts };
}
