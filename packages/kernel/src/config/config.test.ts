import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Config } from './config.ts';
import { explainFaults } from './explain-faults.ts';
import { loadConfig } from './load-config.ts';
import type { Environment } from './read-environment.ts';
import { variables } from './variables.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const folder = mkdtempSync(join(tmpdir(), 'balcao-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function good(env: Environment, argv: string[] = []): Config {
  const result = loadConfig(env, argv);
  if ('ok' in result) return result.ok;
  throw new Error(JSON.stringify(result.faults));
}
const faulty = (env: Environment, argv: string[] = []) => {
  const result = loadConfig(env, argv);
  return 'ok' in result ? [] : result.faults.map(({ name }) => name);
};
const warned = (env: Environment) => loadConfig(env).warnings.map(({ name }) => name);

describe('defaults', () => {
  test('nothing given is a whole configuration for a machine of one’s own', () => {
    const config = good({});
    expect(config).toMatchObject({
      production: false,
      role: 'all',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      dataDir: join(process.cwd(), 'data'),
      database: { kind: 'embedded' },
      graphApiBaseUrl: 'https://graph.facebook.com/v26.0',
      graphApiAllowsPrivate: false,
      logLevel: 'info',
      demo: true,
      media: { kind: 'disk', dir: join(process.cwd(), 'data', 'media') },
      gate: { maxBytes: 3 * 1024 * 1024 },
    });
    expect(loadConfig({}).warnings).toEqual([]);
  });

  test('an empty variable counts as not given, as Docker Compose writes it', () => {
    const blank = Object.fromEntries(Object.keys(variables).map((name) => [name, ' ']));
    expect(good(blank)).toEqual(good({}));
  });

  test('production listens to everybody, has no demo, and wants its address told', () => {
    const config = good({ NODE_ENV: 'production' });
    expect([config.host, config.demo, config.production]).toEqual(['0.0.0.0', false, true]);
    expect(warned({ NODE_ENV: 'production' })).toContain('PUBLIC_URL');
  });
});

describe('what was given', () => {
  test('is taken as it is meant', () => {
    const config = good({
      PORT: '8080',
      HOST: '::',
      PUBLIC_URL: 'https://a.example.com/',
      DATABASE_URL: 'postgres://u:p%40ss@db:5432/balcao',
      DATABASE_POOL_SIZE: '8',
      REDIS_URL: 'rediss://:pw@cache:6380/1',
      SECRET_KEYS: `new:${key}, old:${key}`,
      GRAPH_API_BASE_URL: 'http://127.0.0.1:4000/v26.0/',
      LOG_LEVEL: 'WARN',
      LOG_DIR: join(folder, 'logs'),
      ROLE: 'api',
      DEMO: 'off',
      TRUST_PROXY: '2',
      METRICS_TOKEN: 'a'.repeat(16),
      MEDIA_STORE: 's3',
      S3_BUCKET: 'media',
      S3_REGION: 'sa-east-1',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
      S3_ENDPOINT: 'http://minio:9000',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OUTBOUND_PRIVATE: '10.0.0.5, 192.168.0.0/16',
      OUTBOUND_PORTS: '5678',
    });
    expect(config).toMatchObject({
      port: 8080,
      publicUrl: 'https://a.example.com',
      databasePoolSize: 8,
      graphApiBaseUrl: 'http://127.0.0.1:4000/v26.0',
      graphApiAllowsPrivate: true,
      logLevel: 'warn',
      role: 'api',
      demo: false,
      trustProxy: 2,
      media: { kind: 's3', bucket: 'media', pathStyle: true, endpoint: 'http://minio:9000' },
      outbound: { allowedPrivate: ['10.0.0.5', '192.168.0.0/16'], allowedPorts: [5678] },
    });
    expect(config.database.kind === 'external' && config.database.url.reveal()).toBe(
      'postgres://u:p%40ss@db:5432/balcao',
    );
    expect(config.secretKeys?.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test.each(['postgres:///balcao?host=/run/postgresql', 'postgresql://%2Frun%2Fpostgresql/balcao'])(
    '%s, a socket, is a database',
    (url) => {
      expect(good({ DATABASE_URL: url }).database.kind).toBe('external');
    },
  );

  test('the flag --role wins over the variable', () => {
    expect(good({ ROLE: 'api' }, ['start', '--role', 'worker']).role).toBe('worker');
    expect(good({}, ['--role=api']).role).toBe('api');
    expect(faulty({}, ['--role'])).toEqual(['--role']);
    expect(faulty({}, ['--role', 'everything'])).toEqual(['--role']);
  });

  test('any variable may come from a file, and is told once when it cannot', () => {
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://u:p@h/d\n');
    const config = good({ DATABASE_URL_FILE: file });
    expect(config.database.kind === 'external' && config.database.url.reveal()).toBe('postgres://u:p@h/d');
    expect(faulty({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://x/y' })).toEqual(['DATABASE_URL']);
    writeFileSync(file, '');
    expect(faulty({ NODE_ENV: 'production', DATABASE_URL: 'postgres://x/y', SECRET_KEYS_FILE: file })).toEqual([
      'SECRET_KEYS_FILE',
    ]);
    expect(faulty({ SECRET_KEYS_FILE: join(folder, 'none'), PORT_FILE: folder })).toEqual([
      'PORT_FILE',
      'SECRET_KEYS_FILE',
    ]);
  });
});

describe('what is wrong', () => {
  test.each<[string, Environment]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'example.com' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://u:p@[/db' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['SECRET_KEYS', { SECRET_KEYS: 'abc' }],
    ['SECRET_KEYS', { SECRET_KEYS: `k:${key},k:${key}` }],
    ['SECRET_KEYS', { SECRET_KEYS: `k:${Buffer.alloc(16).toString('base64')}` }],
    ['SECRET_KEYS', { NODE_ENV: 'production', DATABASE_URL: 'postgres://x/y' }],
    ['GRAPH_API_BASE_URL', { GRAPH_API_BASE_URL: 'graph' }],
    ['GRAPH_API_BASE_URL', { GRAPH_API_BASE_URL: 'http://graph.facebook.com/v26.0' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['ROLE', { ROLE: 'boss' }],
    ['DEMO', { DEMO: 'maybe' }],
    ['DEMO', { DEMO: 'on', NODE_ENV: 'production' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
    ['MEDIA_STORE', { MEDIA_STORE: 'ftp' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'nginx' }],
    ['OUTBOUND_PRIVATE', { OUTBOUND_PRIVATE: '10.0.0.0/99' }],
    ['OUTBOUND_PORTS', { OUTBOUND_PORTS: '80,x' }],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }],
    ['WEBHOOK_MAX_BYTES', { WEBHOOK_MAX_BYTES: '3MB' }],
  ])('%s is a fault in %j', (name, env) => {
    expect(faulty(env)).toEqual([name]);
  });

  test('every fault is told at once, each with what to do', () => {
    const result = loadConfig({ PORT: 'x', DATABASE_URL: 'x', MEDIA_STORE: 's3', LOG_LEVEL: 'x' });
    expect('faults' in result && result.faults.map(({ name }) => name)).toEqual([
      'PORT',
      'DATABASE_URL',
      'S3_BUCKET',
      'S3_REGION',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
      'LOG_LEVEL',
    ]);
  });

  test('no sentence repeats what was given: it may be a secret', () => {
    const secret = 'zq-secret-value';
    for (const name of Object.keys(variables)) {
      const result = loadConfig({ NODE_ENV: 'production', [name]: secret });
      expect(JSON.stringify('faults' in result ? [result.faults, result.warnings] : result.warnings)).not.toContain(
        secret,
      );
    }
  });

  test('nothing given makes it throw', () => {
    const environment = fc.dictionary(
      fc.constantFrom(...Object.keys(variables), 'OTHER'),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(environment, (env) => {
        const result = loadConfig(env);
        expect('ok' in result || result.faults.length > 0).toBe(true);
      }),
    );
  });
});

describe('what looks wrong', () => {
  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['SECRETS_KEY', 'SECRET_KEYS'],
    ['REDIS_ULR', 'REDIS_URL'],
    ['LOGDIR', 'LOG_DIR'],
    ['public_url', 'PUBLIC_URL'],
    ['METRIC_TOKEN_FILE', 'METRICS_TOKEN_FILE'],
  ])('%s gets the question whether %s was meant', (name, meant) => {
    const { warnings } = loadConfig({ [name]: 'x' });
    expect(warnings).toEqual([{ name, sentence: `is not a setting and is ignored. Did you mean ${meant}?` }]);
  });

  test('variables of other programs are left in peace', () => {
    const others = [
      'HOME',
      'PATH',
      'POST',
      'HOSTNAME',
      'LANG',
      'PGHOST',
      'NODE_OPTIONS',
      'npm_config_cache',
      'KUBERNETES_PORT',
      'OTEL_TRACES_SAMPLER',
    ];
    expect(warned(Object.fromEntries(others.map((name) => [name, 'x'])))).toEqual([]);
  });

  test('unused S3 settings, a Graph API without version and an odd NODE_ENV are noticed', () => {
    expect(warned({ S3_BUCKET: 'x' })).toEqual(['S3_BUCKET']);
    expect(warned({ GRAPH_API_BASE_URL: 'http://localhost:4000' })).toEqual(['GRAPH_API_BASE_URL']);
    expect(warned({ NODE_ENV: 'prod' })).toEqual(['NODE_ENV']);
  });
});

test('secrets are never printed: not as JSON, not by the console, not in a text', () => {
  const secrets = ['pw-database', 'pw-redis', key, 'metrics-token-16', 'pw-s3-secret', 'pw-s3-id'];
  const config = good({
    DATABASE_URL: 'postgres://u:pw-database@h/d',
    REDIS_URL: 'redis://:pw-redis@h',
    SECRET_KEYS: `k1:${key}`,
    METRICS_TOKEN: 'metrics-token-16',
    MEDIA_STORE: 's3',
    S3_BUCKET: 'b',
    S3_REGION: 'r',
    S3_ACCESS_KEY_ID: 'pw-s3-id',
    S3_SECRET_ACCESS_KEY: 'pw-s3-secret',
  });
  const printed = [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${config.metricsToken}`,
  ].join('\n');
  expect(printed).toContain('[secret]');
  for (const secret of secrets) expect(printed).not.toContain(secret);
});

test('what keeps a program from starting is said in one text, with the warnings and without a secret', () => {
  const result = loadConfig({ PORT: 'x', DATABASE_URL: 'mysql://u:pw-database@h', DATABSE_URL: 'y' }, [
    '--role',
    'boss',
  ]);
  const said = 'faults' in result ? explainFaults(result.faults, result.warnings) : '';
  expect(said).toMatch(/cannot start yet: 3 settings need a look/);
  for (const name of ['PORT', 'DATABASE_URL', '--role', 'DATABSE_URL'])
    expect(said).toMatch(new RegExp(`^ {2}${name} \\w`, 'm'));
  expect(said).not.toContain('pw-database');
});

describe('how people get in', () => {
  const oidc = { OIDC_ISSUER: 'https://login.example.com/', OIDC_CLIENT_ID: 'balcao', OIDC_CLIENT_SECRET: 's3' };

  test('nothing given: no mail, no single sign-on, and stolen passwords are looked up', () => {
    expect(good({})).toMatchObject({ breachCheckUrl: 'https://api.pwnedpasswords.com' });
    expect(good({})).not.toHaveProperty('mail');
    expect(good({ PASSWORD_BREACH_CHECK: 'off' })).not.toHaveProperty('breachCheckUrl');
    expect(good(oidc).oidc).toMatchObject({ issuer: 'https://login.example.com', name: 'SSO' });
  });

  test('half of it is a fault, and so are things that would not work', () => {
    expect(faulty({ SMTP_URL: 'smtp://mail:587' })).toEqual(['MAIL_FROM']);
    expect(faulty({ SMTP_URL: 'mail:587', MAIL_FROM: 'a@b.c' })).toEqual(['SMTP_URL']);
    expect(faulty({ ...oidc, OIDC_CLIENT_SECRET: undefined })).toEqual(['OIDC_ISSUER']);
    expect(faulty({ ...oidc, OIDC_ISSUER: 'http://login.example.com', NODE_ENV: 'production' })).toContain(
      'OIDC_ISSUER',
    );
    expect(faulty({ PASSWORD_BREACH_CHECK: 'maybe' })).toEqual(['PASSWORD_BREACH_CHECK']);
    expect(JSON.stringify(good({ ...oidc, SMTP_URL: 'smtp://u:hush@mail', MAIL_FROM: 'a@b.c' }))).not.toMatch(
      /hush|"s3"/,
    );
  });
});
