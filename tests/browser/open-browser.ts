import chromiumPack from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A real Chromium from npm; undefined, with the reason told, where the machine lacks its libraries. */
export async function openBrowser(extra: string[] = []): Promise<{ browser: Browser | undefined; reason: string }> {
  const own = process.env.BALCAO_TEST_CHROMIUM; // a browser of the machine's: named, it must start
  try {
    const browser = await chromium.launch({
      executablePath: own ?? (await chromiumPack.executablePath()),
      // Our own: the package's list turns web security off, which would hide faults.
      args: ['--no-sandbox', '--disable-dev-shm-usage', ...extra],
    });
    return { browser, reason: 'real Chromium' };
  } catch (cause) {
    if (own !== undefined) throw cause;
    const [line = ''] = String(cause).match(/error while loading shared libraries:[^\n]*|[^\n]*/) ?? [];
    return { browser: undefined, reason: `skipped: Chromium does not start here (${line.slice(0, 160)})` };
  }
}
