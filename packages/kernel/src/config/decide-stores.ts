import { join, resolve } from 'node:path';
import type { Config, DatabaseConfig, MediaConfig } from './config.ts';
import type { Questions } from './questions.ts';
import { Secret } from './secrets.ts';

/** Where data lives: PostgreSQL, Redis, media. */
export function decideStores(ask: Questions, dataDir: string): Pick<Config, 'database' | 'redisUrl' | 'media'> {
  const redis = ask.url('REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379');
  return {
    database: decideDatabase(ask),
    media: decideMedia(ask, dataDir),
    ...(redis === undefined ? {} : { redisUrl: new Secret(redis) }),
  };
}

function decideDatabase(ask: Questions): DatabaseConfig {
  const url = ask.text('DATABASE_URL');
  if (url === undefined) return { kind: 'embedded' };
  // Sockets are written as postgres:///name?host=/folder or postgres://%2Ffolder/name.
  if (/^postgres(?:ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'external', url: new Secret(url) };
  ask.fault(
    'DATABASE_URL',
    'must be an address that begins with postgres://, such as postgres://user:password@host:5432/balcao (letters like @ : / in the password are written %40 %3A %2F); leave it out for the database inside.',
  );
  return { kind: 'embedded' };
}

const s3Names = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

function decideMedia(ask: Questions, dataDir: string): MediaConfig {
  const disk: MediaConfig = { kind: 'disk', dir: resolve(join(dataDir, 'media')) };
  if (ask.choice('MEDIA_STORE', ['disk', 's3'], 'disk') === 'disk') {
    const unused = [...s3Names, 'S3_ENDPOINT' as const].find((name) => ask.text(name) !== undefined);
    if (unused !== undefined)
      ask.warn(unused, 'is set but not used: media go to the disk. Set MEDIA_STORE=s3 to use it.');
    return disk;
  }
  for (const name of s3Names) if (ask.text(name) === undefined) ask.fault(name, 'is needed because MEDIA_STORE is s3.');
  const endpoint = ask.url('S3_ENDPOINT', ['http:', 'https:'], 'https://s3.example.com');
  const pathStyle = ask.flag('S3_PATH_STYLE') ?? endpoint !== undefined;
  return {
    kind: 's3',
    bucket: ask.text('S3_BUCKET') ?? '',
    region: ask.text('S3_REGION') ?? '',
    accessKeyId: new Secret(ask.text('S3_ACCESS_KEY_ID') ?? ''),
    secretAccessKey: new Secret(ask.text('S3_SECRET_ACCESS_KEY') ?? ''),
    pathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}
