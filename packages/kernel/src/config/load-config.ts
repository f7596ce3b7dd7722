import { resolve } from 'node:path';
import type { Config } from './config.ts';
import { type Environment, readEnvironment } from './read-environment.ts';
import { Secret } from './secrets.ts';

/** What is wrong with one variable, and what to do about it. */
export interface ConfigFault {
  readonly name: string;
  readonly sentence: string;
}

export type ConfigResult =
  | { readonly ok: Config; readonly warnings: readonly ConfigFault[] }
  | { readonly faults: readonly ConfigFault[]; readonly warnings: readonly ConfigFault[] };

export function loadConfig(env: Environment = readEnvironment(), _argv: readonly string[] = []): ConfigResult {
  const production = env.NODE_ENV === 'production';
  const port = Number(env.PORT ?? 3000);
  const dataDir = resolve(env.DATA_DIR ?? './data');
  return {
    warnings: [],
    ok: {
      production,
      role: 'all',
      port,
      host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl: env.PUBLIC_URL ?? `http://localhost:${port}`,
      trustProxy: false,
      dataDir,
      database: env.DATABASE_URL ? { kind: 'external', url: new Secret(env.DATABASE_URL) } : { kind: 'embedded' },
      databasePoolSize: 16,
      graphApiBaseUrl: env.GRAPH_API_BASE_URL ?? 'https://graph.facebook.com/v26.0',
      graphApiAllowsPrivate: env.GRAPH_API_BASE_URL !== undefined,
      logLevel: 'info',
      demo: !production,
      otelServiceName: 'balcao',
      media: { kind: 'disk', dir: resolve(dataDir, 'media') },
      gate: {
        maxBytes: 3 * 1024 * 1024,
        maxDepth: 32,
        maxInFlight: 4096,
        perSender: 20,
        perIp: 2000,
        perWorkspace: 2000,
      },
    },
  };
}
