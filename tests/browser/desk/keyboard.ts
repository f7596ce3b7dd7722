import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bubble, composer, customerInQueue, row } from './at-desk.ts';
import type { Lab } from './lab.ts';

/** What has the focus, and whether one sees that it has it: an outline, or a frame of its own around what is written. */
const focused = (page: Page) =>
  page.evaluate<{ tag: string; name: string; seen: boolean }>(`(() => {
    const one = document.activeElement;
    const drawn = (box) => {
      if (!box) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    let box = one;
    let seen = false;
    for (let up = 0; up < 5 && box && !seen; up += 1) { seen = drawn(box); box = box.parentElement; }
    return { tag: one.tagName, name: one.getAttribute('aria-label') ?? one.innerText ?? '', seen };
  })()`);

/** Without a mouse. */
export function keyboard(lab: () => Lab): void {
  test('the keyboard alone walks the list, answers, claims, transfers, resolves and finds by a part of the number', async () => {
    await customerInQueue(lab(), 'Sílvia Ramos', '+55 31 97777-3344');
    await using window = await lab().window({ as: lab().sessions.owner });
    const { page } = window;
    await page.goto('/inbox');
    await row(page, 'Marina Duarte').or(page.getByText('Tudo em dia')).first().waitFor();
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      expect(at).toMatchObject({ seen: true });
      if (at.name.startsWith('Minhas')) break;
    }
    await page.keyboard.press('Tab'); // the queue
    await page.keyboard.press('Enter');
    await row(page, 'Sílvia Ramos').waitFor();
    await page.keyboard.press('j');
    for (let steps = 0; steps < 6; steps += 1) {
      if ((await row(page, 'Sílvia Ramos').getAttribute('data-active')) !== null) break;
      await page.keyboard.press('j');
    }
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Conversa com Sílvia/ }).waitFor();
    await bubble(page, 'uma pessoa da equipe').waitFor();
    await page.keyboard.press('c');
    await page.getByText('Com você').first().waitFor();
    await page.keyboard.press('r');
    await expect.poll(async () => (await focused(page)).tag).toBe('TEXTAREA');
    expect(await focused(page)).toMatchObject({ seen: true });
    await page.keyboard.type('Bom dia, Sílvia!');
    await page.keyboard.press('Enter');
    await bubble(page, 'Bom dia, Sílvia!')
      .getByRole('img', { name: /Enviada|Entregue|Lida/ })
      .waitFor();
    await page.keyboard.press('Escape'); // out of the text
    await expect.poll(async () => (await focused(page)).tag).not.toBe('TEXTAREA');

    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Transferir atendimento').waitFor();
    expect(await dialog.locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('e');
    await dialog.getByText('Resolver atendimento').waitFor();
    await lab().picture(page, 'dialog-resolve');
    await page.keyboard.type('Só queria dar bom dia');
    await page.keyboard.press('Tab');
    for (let steps = 0; steps < 4 && !/Resolver/.test((await focused(page)).name); steps += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Resolvido').first().waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: /^Conversa com Sílvia/ }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await expect.poll(async () => (await focused(page)).tag).toBe('INPUT');
    await page.keyboard.type('7777 33');
    await page.getByRole('dialog').getByText('Sílvia Ramos').first().waitFor();
    await lab().picture(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByText('Sílvia Ramos').first().waitFor();
    await page.waitForURL(/\/(inbox|contacts)\/[0-9a-f-]{36}/);
    await composer(page)
      .or(page.getByRole('heading', { name: 'Sílvia Ramos' }))
      .first()
      .waitFor();
    expect(window.problems()).toEqual([]);
  });
}
