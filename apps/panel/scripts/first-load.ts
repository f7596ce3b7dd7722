import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

export interface FirstLoad {
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Over the wire, in bytes. */
  readonly total: number;
}

/** Everything that a chunk brings with it at once: what it imports, and the styles of all of them. */
function withImports(manifest: Manifest, key: string, found: Set<string>, seen = new Set<string>()): void {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return;
  seen.add(key);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) found.add(file);
  for (const next of chunk.imports ?? []) withImports(manifest, next, found, seen);
}

const sizeOf = async (path: string, ending: string): Promise<number> =>
  (await stat(`${path}${ending}`).catch(() => stat(path))).size;

/** What a browser fetches from an empty cache to sign in and see the inbox, as it is served (`.br` or `.gz`), the font included. */
export async function firstLoad(dist: string, ending: '.br' | '.gz'): Promise<FirstLoad> {
  const manifest = JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const found = new Set(['index.html']);
  for (const key of ['index.html', 'src/pages/sign-in/index.ts', 'src/inbox/index.ts']) {
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    withImports(manifest, key, found);
  }
  const font = Object.values(manifest).find(({ file }) => /figtree-latin-wght-normal.*woff2$/.test(file));
  if (font) found.add(font.file);
  const files = await Promise.all(
    [...found].map(async (file) => ({ file, bytes: await sizeOf(join(dist, file), ending) })),
  );
  files.sort((a, b) => b.bytes - a.bytes);
  return { files, total: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
