import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bubble, button, composer, row } from './at-desk.ts';
import type { Lab } from './lab.ts';

// As text: the rest of the repository is compiled without the types of a browser.
const sideways = `(() => {
  const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
  for (const box of document.querySelectorAll('main, main *')) {
    const { overflowX } = getComputedStyle(box);
    if ((overflowX === 'auto' || overflowX === 'scroll') && box.scrollWidth > box.clientWidth + 1 && box.tagName !== 'TEXTAREA'
      && !box.closest('table') && !box.querySelector('table') && !box.closest('[role=tablist],[role=navigation],nav'))
      wide.push(box.tagName + '.' + box.className);
  }
  return wide;
})()`;

export const sidewaysScroll = (page: Page): Promise<string[]> => page.evaluate<string[]>(sideways);

/** On a telephone of 360 × 740. */
export function narrow(lab: () => Lab): void {
  const small = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

  test('on a telephone one signs in, opens a talk, answers and goes back, and nothing scrolls sideways', async () => {
    await using window = await lab().window(small);
    const { page } = window;
    window.expects(/401 GET .*me\.get/);
    await page.goto('/inbox');
    await page.getByLabel('E-mail').fill(lab().colleague.email);
    await page.getByLabel('Senha', { exact: true }).fill(lab().colleague.password);
    expect(await sidewaysScroll(page)).toEqual([]);
    await lab().picture(page, '360-sign-in');
    await button(page, 'Entrar').tap();
    await page.getByRole('tab', { name: /^Minhas/ }).tap();
    await row(page, 'Você').waitFor();
    expect(await sidewaysScroll(page)).toEqual([]);
    await lab().picture(page, '360-inbox-list');
    await row(page, 'Você').tap();
    await bubble(page, 'Para quantas pessoas?').waitFor();
    expect(await page.getByRole('listbox').count()).toBe(0); // one thing at a time
    await composer(page).fill('Respondo do celular');
    await button(page, 'Enviar').tap();
    await bubble(page, 'Respondo do celular')
      .getByRole('img', { name: /Enviada|Entregue|Lida/ })
      .first()
      .waitFor();
    expect(await sidewaysScroll(page)).toEqual([]);
    await lab().picture(page, '360-inbox-talk');
    await button(page, 'Voltar para a lista').tap();
    await row(page, 'Respondo do celular').waitFor();
    expect(window.problems()).toEqual([]);
  });
}
