import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '@balcao/kernel';
import { diskStorage } from './disk-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

const LEFT_BEHIND_MS = 24 * 3_600_000;

/** By configuration: a private folder of DATA_DIR, or a bucket of any S3-compatible service. */
export async function openStorage(ctx: Ctx): Promise<Storage> {
  const { media, dataDir } = ctx.config;
  const root = media.kind === 'disk' ? media.dir : join(dataDir, 'media');
  const incoming = join(root, '.incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  // The folder may be older than this rule.
  await chmod(root, 0o700);
  await sweep(ctx, incoming);
  return media.kind === 'disk' ? diskStorage(root, incoming) : s3Storage(ctx, media, incoming);
}

/** What a program that was killed left half received. */
async function sweep(ctx: Ctx, incoming: string): Promise<void> {
  const before = ctx.clock.now().getTime() - LEFT_BEHIND_MS;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const seen = await stat(path).catch(() => undefined); // another process may have just taken it
    if (seen !== undefined && seen.mtimeMs < before) await rm(path, { force: true });
  }
}
