import { expect, test } from 'vitest';
import { customerWrites, newCustomer, row, tab } from './at-desk.ts';
import type { Lab } from './lab.ts';

const CUSTOMERS = 12;
const CLICKS = 36;

/** From the click on a row until its messages are drawn, as the panel itself marks it. */
export function speed(lab: () => Lab): void {
  test('a talk is on the screen within 100 ms of the click, half of the time also on a busy machine', async () => {
    for (let at = 0; at < CUSTOMERS; at += 1) {
      const id = await newCustomer(
        lab(),
        `Freguês ${String.fromCodePoint(65 + at)}`,
        `+55 41 9${80_000_000 + at * 1_237}`,
      );
      for (const words of ['Oi', 'Tem pão quentinho?', 'Passo aí em dez minutos.'])
        await customerWrites(lab(), id, words);
    }
    await using window = await lab().window({ as: lab().sessions.owner });
    const { page } = window;
    await page.goto('/inbox');
    await tab(page, 'Todas').click();
    for (let at = 0; at < CUSTOMERS; at += 1) await row(page, `Freguês ${String.fromCodePoint(65 + at)}`).waitFor();
    const took = () =>
      page.evaluate<number[]>(`performance.getEntriesByName('balcao:conversation-shown').map((one) => one.duration)`);
    for (let click = 0; click < CLICKS; click += 1) {
      await row(page, `Freguês ${String.fromCodePoint(65 + (click % CUSTOMERS))}`).click();
      await expect.poll(async () => (await took()).length, { interval: 20 }).toBe(click + 1);
    }
    const sorted = (await took()).sort((a, b) => a - b);
    const [p50, p95] = [0.5, 0.95].map((part) => Math.round(sorted[Math.floor(CLICKS * part)] ?? 0));
    process.stdout.write(`from the click to the talk: p50 ${p50} ms, p95 ${p95} ms, n = ${CLICKS}\n`);
    expect(p50).toBeLessThan(100);
    expect(window.problems()).toEqual([]);
  });
}
