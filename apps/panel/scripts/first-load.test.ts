import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { firstLoad } from './first-load.ts';

const dist = process.env.BALCAO_TEST_PANEL_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));
const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

test('signing in and seeing the inbox takes less than 300 kB over the wire', async () => {
  expect(existsSync(dist), 'apps/panel/dist is missing: `npm test` builds it').toBe(true);
  const { files, total } = await firstLoad(dist, '.gz');
  const brotli = await firstLoad(dist, '.br');
  process.stdout.write(
    `first load of the panel: ${kilo(total)} gzip, ${kilo(brotli.total)} brotli, ${files.length} files\n`,
  );
  for (const { file, bytes } of files.slice(0, 8)) process.stdout.write(`  ${kilo(bytes).padStart(9)}  ${file}\n`);
  expect(files.length).toBeGreaterThan(3);
  expect(total).toBeLessThan(300_000);
});
