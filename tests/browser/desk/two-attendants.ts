import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, customerInQueue, row, tab } from './at-desk.ts';
import type { Lab } from './lab.ts';

const actions = (page: Page) => page.getByRole('group', { name: 'Ações do atendimento' });

async function newDepartment(page: Page, lab: Lab, name: string): Promise<void> {
  await page.goto('/settings/places');
  await button(page, 'Novo setor').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nome').fill(name);
  const people = dialog.getByLabel('Pessoas');
  if ((await people.count()) > 0) {
    await people.first().click();
    await page.getByRole('option', { name: new RegExp(lab.colleague.name) }).click();
    await page.keyboard.press('Escape');
  }
  await lab.picture(page, 'dialog-department');
  await button(dialog, /^(Criar|Salvar)$/).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(name).first().waitFor();
}

/** Two people at one counter. */
export function twoAttendants(lab: () => Lab): void {
  test('a ticket handed to a department with a reason is there for the other one, live', async () => {
    await customerInQueue(lab(), 'Otávio Nunes', '+55 21 99876-1122');
    await using first = await lab().window({ as: lab().sessions.owner });
    await using second = await lab().window({ as: lab().sessions.colleague });
    await newDepartment(first.page, lab(), 'Encomendas');
    await second.page.goto('/inbox');
    await tab(second.page, 'Na fila').click();
    await row(second.page, 'Otávio Nunes').waitFor();

    await first.page.goto('/inbox');
    await tab(first.page, 'Na fila').click();
    await row(first.page, 'Otávio Nunes').click();
    await button(actions(first.page), 'Assumir').click();
    await row(second.page, 'Otávio Nunes').waitFor({ state: 'detached', timeout: 15_000 });
    await button(first.page, 'Transferir').click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByText('Setor', { exact: true }).click();
    await dialog.getByRole('combobox', { name: 'Para quem vai?' }).click();
    await first.page.getByRole('option', { name: 'Encomendas' }).click();
    await dialog.getByLabel('Motivo').fill('Quer 200 salgados para sexta.');
    await button(dialog, 'Transferir').click();
    await dialog.waitFor({ state: 'hidden' });
    await row(second.page, 'Otávio Nunes').click();
    await second.page.getByText('Quer 200 salgados para sexta.').first().waitFor();
    await lab().picture(second.page, 'inbox-transferred');
    expect(first.problems()).toEqual([]);
    expect(second.problems()).toEqual([]);
  });

  test('who claims what another has just claimed hears the name', async () => {
    await using first = await lab().window({ as: lab().sessions.owner });
    await using second = await lab().window({ as: lab().sessions.colleague });
    // The slower one has no live news: what is on the screen is late.
    await second.context.routeWebSocket(/realtime/, () => undefined);
    await second.page.route(/\/realtime\//, (route) => route.abort());
    second.expects(/409 POST .*tickets\.claim/, /realtime/);
    for (const { page } of [first, second]) {
      await page.goto('/inbox');
      await tab(page, 'Na fila').click();
      await row(page, 'Otávio Nunes').click();
      await button(actions(page), 'Assumir').waitFor();
    }
    await button(actions(first.page), 'Assumir').click();
    await first.page.getByText('Com você').first().waitFor();
    await button(actions(second.page), 'Assumir').click();
    await second.page.getByText(`${lab().owner.name} já assumiu este atendimento`).waitFor();
    await lab().picture(second.page, 'inbox-already-claimed');
    expect(first.problems()).toEqual([]);
    expect(second.problems()).toEqual([]);
  });
}
