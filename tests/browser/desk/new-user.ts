import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bubble, button, composer, phone, row, say, tab } from './at-desk.ts';
import type { Lab } from './lab.ts';

async function invite(page: Page, lab: Lab): Promise<string> {
  await page.getByRole('link', { name: 'Configurações' }).click();
  await page.getByRole('link', { name: 'Pessoas', exact: true }).click();
  await button(page, 'Convidar').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(lab.colleague.email);
  await lab.picture(page, 'dialog-invite');
  await button(dialog, 'Enviar convite').click();
  await dialog.getByText('Convite pronto').waitFor(); // no mail is configured: the link is shown
  const link = (await dialog.innerText()).match(/https?:\S+\/invite\/\S+/)?.[0] ?? '';
  await lab.picture(page, 'dialog-invite-link');
  await button(dialog, 'Pronto').click();
  await page.getByText(lab.colleague.email).waitFor();
  return link;
}

/** The way of somebody who has just installed this, without a page of documentation. */
export function newUser(lab: () => Lab): void {
  test('from the guide: answer the demo customer, invite, transfer, find the talk by a part of the number', async () => {
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    await page.goto('/start');
    const opening = button(page, 'Abrir o telefone de demonstração');
    const [mobile] = await Promise.all([desk.context.waitForEvent('page'), opening.click()]);
    await mobile.getByRole('textbox', { name: 'Mensagem' }).waitFor();
    await page.waitForURL(/\/inbox/);
    await phone.say(mobile, 'Bom dia!');
    await phone.theirs(mobile, 'Como posso ajudar?').waitFor();
    await phone.say(mobile, 'Vocês fazem bolo de aniversário?');
    await phone.theirs(mobile, 'dois dias de antecedência').waitFor();
    await mobile.getByRole('button', { name: 'Falar com alguém' }).first().click();
    await phone.theirs(mobile, 'uma pessoa da equipe').waitFor();

    await tab(page, 'Na fila').click();
    await row(page, 'Você').click();
    await bubble(page, 'Vocês fazem bolo de aniversário?').waitFor();
    await lab().picture(page, 'inbox-in-queue');
    await button(page.getByRole('group', { name: 'Ações do atendimento' }), 'Assumir').click();
    await page.getByText('Com você').first().waitFor();
    await say(page, 'Fazemos sim! Para quantas pessoas?');
    await phone.theirs(mobile, 'Para quantas pessoas?').waitFor();
    await bubble(page, 'Para quantas pessoas?').getByRole('img', { name: 'Lida' }).waitFor();

    const link = await invite(page, lab());
    await using second = await lab().window();
    second.expects(/401 GET .*me\.get/);
    await second.page.goto(link);
    await second.page.getByRole('heading', { name: 'Convite de Demonstração' }).waitFor();
    await lab().picture(second.page, 'invite');
    await second.page.getByLabel('Seu nome').fill(lab().colleague.name);
    await second.page.getByLabel('Crie uma senha').fill(lab().colleague.password);
    await button(second.page, 'Aceitar e entrar').click();
    await second.page.waitForURL(/\/inbox/);
    await second.page.getByText('Tudo em dia').waitFor();
    await lab().picture(second.page, 'inbox-empty');

    await page.getByRole('link', { name: /^Atendimentos/ }).click();
    await tab(page, 'Minhas').click();
    await row(page, 'Você').click();
    await button(page, 'Transferir').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Para quem vai?' }).click();
    await page.getByRole('option', { name: new RegExp(lab().colleague.name) }).click();
    await dialog.getByLabel('Motivo').fill('Quer bolo para 20 pessoas no sábado.');
    await lab().picture(page, 'dialog-transfer');
    await button(dialog, 'Transferir').click();
    await dialog.waitFor({ state: 'hidden' });
    await row(second.page, 'Você').click(); // it came by itself
    await second.page.getByText('Quer bolo para 20 pessoas no sábado.').first().waitFor();

    const search = page.getByRole('searchbox', { name: /^Buscar nome/ });
    await search.fill('8765-43');
    const found = page.getByRole('region', { name: 'Resultados da busca' });
    await found.getByRole('button', { name: /Você/ }).first().waitFor();
    await lab().picture(page, 'inbox-search');
    await found.getByRole('button', { name: /Você/ }).first().click();
    await bubble(page, 'Para quantas pessoas?').waitFor();
    await composer(page).waitFor();
    expect(desk.problems()).toEqual([]);
    expect(second.problems()).toEqual([]);
    lab().sessions.owner = await desk.context.storageState();
    lab().sessions.colleague = await second.context.storageState();
  });
}
