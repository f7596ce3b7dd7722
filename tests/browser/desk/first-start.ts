import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Lab } from './lab.ts';
import { totpCode } from './totp-code.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

async function signOut(page: Page): Promise<void> {
  await button(page, /^Minha conta/).click();
  await page.getByText('Sair', { exact: true }).click();
  await page.getByRole('heading', { name: 'Entrar' }).waitFor();
}

async function givePassword(page: Page, { email, password }: Lab['owner']): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Senha', { exact: true }).fill(password);
  await button(page, 'Entrar').click();
}

/** The boxes of a code take it as it is typed. */
async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[inputmode=numeric], input[type=tel]').first().click();
  await page.keyboard.type(code);
}

/** From the printed link to an owner with two factors. */
export function firstStart(lab: () => Lab): void {
  test('the printed link makes the owner, who lands in the guide, leaves, and comes back', async () => {
    await using window = await lab().window();
    const { page } = window;
    const { owner } = lab();
    window.expects(/401 GET .*me\.get/, /422 POST .*setup\.create-owner/, /401 POST .*session\.sign-in/);
    await page.goto(await lab().toldAddress());
    await page.getByRole('heading', { name: 'Bem-vindo ao Balcão' }).waitFor();
    await lab().picture(page, 'welcome');
    await page.getByLabel('Nome da empresa').fill(owner.company);
    await page.getByLabel('Seu nome').fill(owner.name);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Senha', { exact: true }).fill('12345678');
    await page.getByRole('button', { name: /^Criar/ }).click();
    await page.getByText('Esta senha é fácil de adivinhar.').waitFor();
    await page.getByLabel('Senha', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: /^Criar/ }).click();
    await page.getByRole('heading', { name: 'Primeiros passos' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/start');
    await page.getByText('0 de 4 feitos').waitFor();
    await lab().picture(page, 'start');

    await signOut(page);
    await lab().picture(page, 'sign-in');
    await page.goBack();
    expect(await page.getByText(owner.name).count()).toBe(0); // nothing of them is left for the next person
    await page.goto('/inbox');
    await page.getByRole('heading', { name: 'Entrar' }).waitFor();
    await givePassword(page, { ...owner, password: 'Outra-senha-qualquer-9' });
    await page.getByRole('alert').waitFor();
    await lab().picture(page, 'sign-in-refused');
    await givePassword(page, owner);
    await page.getByRole('navigation', { name: 'Navegação principal' }).waitFor();
    expect(window.problems()).toEqual([]);
    lab().sessions.owner = await window.context.storageState();
  });

  test('with a second factor: a wrong code says so, the app and a backup code let in', async () => {
    await using window = await lab().window({ as: lab().sessions.owner });
    const { page } = window;
    const { owner } = lab();
    window.expects(/401 GET .*me\.get/, /401 POST .*session\.verify-totp/);
    await page.goto('/account');
    await button(page, 'Ligar').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Confirme com sua senha').fill(owner.password);
    await dialog.getByRole('button', { name: 'Continuar' }).click();
    await dialog.getByAltText(/Código QR/).waitFor();
    const secret = (await dialog.innerText()).match(/\b[A-Z2-7]{32}\b/)?.[0] ?? '';
    expect(secret).not.toBe('');
    await lab().picture(page, 'dialog-totp');
    await typeCode(page, totpCode(secret));
    await dialog.getByText('Guarde estes códigos de reserva').waitFor();
    const codes = await dialog.getByRole('listitem').allInnerTexts();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    await dialog.getByRole('button', { name: 'Já guardei' }).click();
    await page.getByText('Ligada', { exact: true }).waitFor();

    await signOut(page);
    await givePassword(page, owner);
    await page.getByRole('heading', { name: 'Confirme que é você' }).waitFor();
    const right = totpCode(secret, 1);
    await typeCode(page, right === '000000' ? '000001' : '000000');
    await page.getByRole('alert').waitFor();
    await lab().picture(page, 'sign-in-wrong-code');
    await page.keyboard.type(totpCode(secret, 1)); // the boxes wait for the next one
    await page.getByRole('navigation', { name: 'Navegação principal' }).waitFor();

    await page.goto('/account');
    await signOut(page);
    await givePassword(page, owner);
    await button(page, 'Usar um código de reserva').click();
    await page.getByLabel('Código de reserva').fill(codes[0] ?? '');
    await button(page, 'Confirmar').click();
    await page.getByRole('navigation', { name: 'Navegação principal' }).waitFor();
    await page.goto('/account');
    await page.getByText(`Restam ${codes.length - 1} códigos de reserva`).waitFor();
    expect(window.problems()).toEqual([]);
    lab().sessions.owner = await window.context.storageState();
  });
}
