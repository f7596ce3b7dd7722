import { readFileSync } from 'node:fs';
import { Fault } from '@balcao/kernel';
import type { ClientConfig } from 'pg';
import { EMBEDDED_LOGIN } from '../embedded/setup/create-cluster.ts';
import type { PoolRole } from './roles.ts';

/** Where the database is, and how to become one of its roles. */
export interface Target {
  readonly login: ClientConfig;
  as(role: PoolRole): ClientConfig;
}

/** Over the socket each role logs in as itself: not even `set role none` leads anywhere. */
export function embeddedTarget(socketDir: string, database = 'postgres'): Target {
  const at = (user: string): ClientConfig => ({
    host: socketDir,
    port: 5432,
    user,
    database,
    ssl: false,
    options: '-c client_min_messages=warning',
  });
  return { login: at(EMBEDDED_LOGIN), as: at };
}

/** One login for all; the role is set as the connection starts, so `reset role` stays within it. */
export function externalTarget(url: string, database?: string): Target {
  const login = { ...parseDatabaseUrl(url), ...(database === undefined ? {} : { database }) };
  return { login, as: (role) => ({ ...login, options: `${login.options ?? ''} -c role=${role}`.trim() }) };
}

const refuse = (why: string, cause?: unknown): Fault => new Fault('invalid_input', `DATABASE_URL ${why}`, {}, cause);

/** Parsed here and not by the driver, whose reading of the URL would replace the role in `options`. */
export function parseDatabaseUrl(text: string): ClientConfig {
  let url: URL;
  try {
    // PostgreSQL allows no host ("postgres:///db?host=/run"), which is no URL for a scheme that Node does not know.
    url = new URL(text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/, '$1socket'));
  } catch (error) {
    throw refuse('is not a URL: postgres://user:password@host:5432/database', error);
  }
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw refuse(`begins with "${url.protocol}", not with "postgres:"`);
  if (url.hostname.includes(',')) throw refuse('names several hosts: name one (the writable one, or its proxy).');
  const ask = url.searchParams;
  const host = ask.get('host') ?? decodeURIComponent(url.hostname);
  const options = ask.get('options');
  return {
    host: host === '' ? 'localhost' : host,
    port: Number(ask.get('port') ?? (url.port === '' ? 5432 : url.port)),
    user: decodeURIComponent(url.username) || ask.get('user') || 'postgres',
    password: decodeURIComponent(url.password) || ask.get('password') || '',
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ssl: tlsOf(ask),
    ...(options === null ? {} : { options }),
  };
}

/** The meanings are libpq's: `require` encrypts, `verify-ca` knows the authority, `verify-full` the host too. */
function tlsOf(ask: URLSearchParams): ClientConfig['ssl'] {
  const mode = ask.get('sslmode') ?? (ask.get('ssl') === 'true' ? 'verify-full' : 'disable');
  if (mode === 'disable' || mode === 'allow' || mode === 'prefer') return false;
  const file = (name: string) => {
    const path = ask.get(name);
    if (path === null) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw refuse(`names ${name}=${path}, which cannot be read.`, error);
    }
  };
  const [ca, cert, key] = [file('sslrootcert'), file('sslcert'), file('sslkey')];
  const files = { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) };
  if (mode === 'verify-full') return { ...files, rejectUnauthorized: true };
  if (mode === 'verify-ca' || (mode === 'require' && ca))
    return { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined };
  if (mode === 'require' || mode === 'no-verify') return { ...files, rejectUnauthorized: false };
  throw refuse(`asks for sslmode=${mode}; there are disable, require, verify-ca and verify-full.`);
}
