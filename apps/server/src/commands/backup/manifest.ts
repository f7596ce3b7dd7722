import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a backup says of itself: the last thing written, so that a folder without it is no backup. */
export const MANIFEST = 'backup.json';

export const manifest = z.object({
  format: z.literal(1),
  at: z.iso.datetime(),
  balcao: z.string(),
  postgresMajor: z.string(),
  media: z.enum(['copied', 'elsewhere']),
  keys: z.enum(['copied', 'elsewhere']),
  files: z.int(),
  bytes: z.int(),
});
export type Manifest = z.output<typeof manifest>;

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} is no backup, or one that was cut short: it has no ${MANIFEST}`);
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${join(folder, MANIFEST)} is not one that this version can read`);
  return parsed.data;
}
