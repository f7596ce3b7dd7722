import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { layoutOf } from '@balcao/db';
import type { Config } from '@balcao/kernel';
import packageFile from '../../../package.json' with { type: 'json' };
import { readConfig } from '../read-config.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { WrongUsage } from '../terminal/wrong-usage.ts';
import { withDatabase } from '../with-database.ts';
import { copyCluster } from './copy-cluster.ts';
import { copyTree } from './copy-tree.ts';
import { MANIFEST, type Manifest } from './manifest.ts';

export const OWN_DATABASE =
  'The database is your own (DATABASE_URL): back it up with pg_dump --format=custom, restore it with pg_restore, and copy the folders media and keys of DATA_DIR beside it.';

/** Database first, then the files that its rows speak of: each of them is there by then, for a file is kept before its row. */
export async function backup(terminal: Terminal, options: { to?: string }): Promise<void> {
  const config = readConfig();
  if (config.database.kind === 'external') throw new Error(OWN_DATABASE);
  const at = new Date();
  const stamp = at.toISOString().replace(/[-:]|\.\d+Z$/g, '');
  const target = resolve(options.to ?? join(config.dataDir, 'backups', stamp));
  if (existsSync(target) && (await readdir(target)).length > 0)
    throw new WrongUsage(`${target} is there already, and not empty`);
  const half = join(dirname(target), `.${basename(target)}.half`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    const made = await fill(config, half, at);
    await rm(target, { recursive: true, force: true });
    await rename(half, target);
    const size = `${made.files} files, ${Math.ceil(made.bytes / 1024 / 1024)} MiB`;
    const notes = [
      made.media === 'elsewhere' ? 'The media lie in your S3 bucket: they are not in it.' : '',
      made.keys === 'elsewhere' ? 'The keys are in SECRET_KEYS: they are not in it. Keep them as safe as this.' : '',
    ].filter(Boolean);
    await terminal.answer({ folder: target, ...made }, [`The backup is in ${target} (${size}).`, ...notes].join('\n'));
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function fill(config: Config, folder: string, at: Date): Promise<Manifest> {
  const { cluster } = layoutOf(config.dataDir);
  const copied = await withDatabase((ctx) => copyCluster(ctx.db, cluster, join(folder, 'postgres')));
  const trees: [string, string][] = [];
  const ring = join(config.dataDir, 'keys');
  if (config.media.kind === 'disk' && existsSync(config.media.dir)) trees.push([config.media.dir, 'media']);
  if (config.secretKeys === undefined && existsSync(ring)) trees.push([ring, 'keys']);
  for (const [from, name] of trees) {
    const more = await copyTree(from, join(folder, name), { skip: (path) => path.startsWith('.incoming') });
    copied.files += more.files;
    copied.bytes += more.bytes;
  }
  const made: Manifest = {
    format: 1,
    at: at.toISOString(),
    balcao: packageFile.version,
    postgresMajor: (await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).trim(),
    media: config.media.kind === 'disk' ? 'copied' : 'elsewhere',
    keys: config.secretKeys === undefined ? 'copied' : 'elsewhere',
    ...copied,
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  await chmod(folder, 0o700);
  return made;
}
