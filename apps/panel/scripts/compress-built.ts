import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packed = /\.(js|css|html|svg|webmanifest)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Each text file of the build once more as .br and .gz: compressed here with patience, not for every visitor in haste. */
export async function compressBuilt(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  const texts = files.filter((file) => packed.test(file) && !file.startsWith('.'));
  await Promise.all(
    texts.map(async (file) => {
      const path = join(folder, file);
      const bytes = await readFile(path);
      if (bytes.length < 600) return;
      const options = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      };
      await Promise.all([
        writeFile(`${path}.br`, await brotli(bytes, options)),
        writeFile(`${path}.gz`, await zip(bytes, { level: 9 })),
      ]);
    }),
  );
}
