import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareProgram } from '@balcao/testkit';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Lab } from './lab.ts';
import { openWindow } from './open-window.ts';

/** The real program on a database of its own, with the demo's telephone and the panel as it was built. */
export async function openLab(browser: Browser): Promise<Lab> {
  const program = await prepareProgram({ env: { DEMO: 'on' } });
  await program.start();
  const pictures = process.env.CI_LOGS
    ? join(process.env.CI_LOGS, 'screenshots')
    : mkdtempSync(join(tmpdir(), 'balcao-screenshots-'));
  mkdirSync(pictures, { recursive: true });
  return {
    program,
    owner: {
      name: 'Rosa Lima',
      email: 'rosa@padaria.com.br',
      password: 'Fermento-natural-3',
      company: 'Padaria da Rosa',
    },
    colleague: { name: 'Caio Prado', email: 'caio@padaria.com.br', password: 'Fornada-das-seis-7' },
    sessions: {},
    // The name that the program tells people: cookies are kept by name.
    window: (options = {}) => openWindow(browser, program.url.replace('127.0.0.1', 'localhost'), options),
    async toldAddress() {
      const told = () =>
        readFileSync(program.logFile, 'utf8')
          .match(/Balcão está no ar: (\S+)/g)
          ?.at(-1);
      await expect.poll(told, { timeout: 10_000 }).toBeDefined();
      return told()?.split(' ').at(-1) ?? '';
    },
    async control<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${program.url}/simulator/control/${path}`, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`the simulator answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T; // whoever asks knows what the control answers
    },
    async picture(page, name) {
      await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
    },
    async close() {
      process.stdout.write(`pictures of the pages: ${pictures}\n`);
      await program.remove();
    },
  };
}
