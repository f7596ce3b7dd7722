import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of the embedded PostgreSQL lies. */
export interface Layout {
  readonly dataDir: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly socketDir: string;
  /** Held by the program that serves; a second one on the same folder is refused. */
  readonly programLock: string;
  /** Held by whoever starts, watches and stops PostgreSQL. */
  readonly keeperLock: string;
  readonly settings: string;
  readonly ownSettings: string;
  readonly logDir: string;
  readonly logFile: string;
}

const SOCKET_NAME = '/.s.PGSQL.5432';
/** `sun_path` of Linux holds 108 bytes with its closing zero; macOS has four less. */
const SOCKET_PATH_LIMIT = 103;

export function layoutOf(folder: string): Layout {
  const dataDir = resolve(folder);
  const near = join(dataDir, 'run');
  const fits = Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_LIMIT;
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    socketDir: fits ? near : join(tmpdir(), `balcao-${digest}`),
    programLock: join(dataDir, 'program.lock'),
    keeperLock: join(dataDir, 'postgres.lock'),
    settings: join(dataDir, 'run', 'postgresql.conf'),
    ownSettings: join(dataDir, 'postgresql.conf'),
    logDir: join(dataDir, 'log'),
    logFile: join(dataDir, 'log', 'postgresql.log'),
  };
}
