import { stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const builtPanel = fileURLToPath(new URL('../../../panel/dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface PanelFile {
  readonly path: string;
  readonly type: string;
  /** As it was compressed when it was built. */
  readonly encoding: 'br' | 'gzip' | undefined;
  readonly bytes: number;
}

const sizeOf = async (path: string): Promise<number | undefined> => {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
};

/** A file of the built panel, in the smallest form that the browser takes. Nothing outside of it, and no hidden file, is found. */
export async function findFile(folder: string, url: string, accepts: string): Promise<PanelFile | undefined> {
  const inside = normalize(`/${url}`);
  const type = types[extname(inside)];
  if (type === undefined || inside.includes('/.')) return undefined;
  const path = join(folder, inside);
  for (const [encoding, ending] of [['br', '.br'] as const, ['gzip', '.gz'] as const]) {
    if (!new RegExp(`\\b${encoding}\\b(?!;q=0(,|$))`).test(accepts)) continue;
    const bytes = await sizeOf(`${path}${ending}`);
    if (bytes !== undefined) return { path: `${path}${ending}`, type, encoding, bytes };
  }
  const bytes = await sizeOf(path);
  return bytes === undefined ? undefined : { path, type, encoding: undefined, bytes };
}
