import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Window, WindowOptions } from './lab.ts';

/** What a browser says by itself of an answer that was refused; the answer is told with its address. */
const SAID_TWICE = /Failed to load resource/;
let opened = 0;

export async function openWindow(browser: Browser, url: string, { as, ...options }: WindowOptions): Promise<Window> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'pt-BR',
    timezoneId: 'America/Sao_Paulo',
    serviceWorkers: 'block', // what it keeps would hide what the server says
    ...(as === undefined ? {} : { storageState: as }),
    ...options,
  });
  opened += 1;
  const number = opened;
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const wanted: RegExp[] = [];
  const found: string[] = [];
  const tell = (problem: string) => {
    if (!wanted.some((one) => one.test(problem))) found.push(problem);
  };
  page.on('pageerror', (error) => tell(`exception: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !SAID_TWICE.test(text)) tell(`console: ${text}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) tell(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') tell(`${why} ${request.method()} ${request.url()}`); // aborted: the page went on
  });
  const close = () => context.close();
  return {
    page,
    context,
    problems: () => found.splice(0),
    expects: (...those) => void wanted.push(...those),
    close,
    async [Symbol.asyncDispose]() {
      // What was on the screen last, for whoever reads why a test failed.
      const name = (expect.getState().currentTestName ?? '').replaceAll(/[^a-z0-9]+/gi, '-').slice(-60);
      const logs = process.env.CI_LOGS;
      if (logs)
        await page.screenshot({ path: join(logs, 'last-seen', `${number}-${name}.png`) }).catch(() => undefined);
      await close();
    },
  };
}
