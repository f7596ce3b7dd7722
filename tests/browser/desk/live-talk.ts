import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bubble, button, composer, customerInQueue, customerWrites, phone, row, saidTo, say, tab } from './at-desk.ts';
import type { Lab } from './lab.ts';

/** In the page: the moment at which the words stand in the document. As text: tests are compiled without a browser's types. */
const momentOf = (words: string) => `new Promise((done) => {
  const look = () => document.querySelector('[role=list],article') && document.body.innerText.includes(${JSON.stringify(words)});
  const seen = () => look() && (watch.disconnect(), done(Date.now()));
  const watch = new MutationObserver(seen);
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  seen();
})`;

const share = (sorted: number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** From the customer's hand to the attendant's screen, the simulator's webhook included. */
async function measure(page: Page, lab: Lab, customer: string, times: number): Promise<string> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const words = `medida ${time} de ${times}`;
    const seen = page.evaluate<number>(momentOf(words));
    const from = Date.now();
    await customerWrites(lab, customer, words);
    took.push((await seen) - from);
  }
  took.sort((a, b) => a - b);
  expect(share(took, 0.5)).toBeLessThan(1_500); // a quiet machine: some 60 ms
  return `p50 ${share(took, 0.5)} ms, p95 ${share(took, 0.95)} ms, n = ${times}`;
}

async function openPhone(lab: Lab, name: string): Promise<Awaited<ReturnType<Lab['window']>>> {
  const mobile = await lab.window({ viewport: { width: 1100, height: 800 } });
  await mobile.page.goto('/phone/');
  await mobile.page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(name) })
    .click();
  return mobile;
}

/** The customer's telephone and the attendant's inbox in two windows. */
export function liveTalk(lab: () => Lab): void {
  test('what the customer writes is there at once, what the attendant answers arrives, ticks and all', async () => {
    const customer = await customerInQueue(lab(), 'Marina Duarte', '+55 11 91234-5678');
    await using mobile = await openPhone(lab(), 'Marina');
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    await page.goto('/inbox');
    await tab(page, 'Na fila').click();
    await row(page, 'Marina Duarte').click();
    await button(page.getByRole('group', { name: 'Ações do atendimento' }), 'Assumir').click();
    await tab(page, 'Minhas').click();

    await phone.say(mobile.page, 'A torta de limão ainda tem? 🍋');
    await row(page, 'Marina Duarte').filter({ hasText: 'A torta de limão ainda tem?' }).waitFor();
    await bubble(page, 'A torta de limão ainda tem? 🍋').waitFor();
    await row(page, 'Marina Duarte')
      .getByText(/não lida/)
      .waitFor({ state: 'detached' }); // it is read here
    process.stdout.write(`from the customer to the screen: ${await measure(page, lab(), customer, 12)}\n`);

    await button(page, 'Emojis').click();
    await page
      .getByRole('searchbox', { name: 'Procurar emoji' })
      .or(page.getByPlaceholder('Procurar emoji'))
      .fill('bolo');
    await page.keyboard.press('Tab');
    await page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /🎂|🍰|🥮|🍥/u })
      .first()
      .click();
    await composer(page).press('End');
    await composer(page).pressSequentially(' tem sim');
    await composer(page).press('Enter');
    await phone.theirs(mobile.page, 'tem sim').waitFor();
    await bubble(page, 'tem sim').getByRole('img', { name: 'Lida' }).waitFor();

    const asked = bubble(page, 'A torta de limão ainda tem?').first();
    await asked.hover();
    await asked.getByRole('button', { name: 'Responder' }).click();
    await page.getByText('Respondendo a Marina Duarte').waitFor();
    await say(page, 'Guardei uma para você');
    await phone.theirs(mobile.page, 'Guardei uma para você').locator('.quote', { hasText: 'torta de limão' }).waitFor();
    await bubble(page, 'Guardei uma para você').getByText('torta de limão').waitFor();

    await page.getByRole('radio', { name: 'Nota interna' }).click();
    await page.getByPlaceholder(/Só a equipe vê/).fill('Cliente antiga: dar 10% de desconto');
    await button(page, 'Guardar nota').click();
    await page.getByText('dar 10% de desconto').first().waitFor();
    await page.getByRole('radio', { name: 'Mensagem' }).click();
    expect(JSON.stringify(await saidTo(lab(), customer))).not.toContain('desconto');
    await lab().picture(page, 'inbox-talk');
    await lab().picture(mobile.page, 'phone');
    expect(desk.problems()).toEqual([]);
    expect(mobile.problems()).toEqual([]);
  });

  test('pictures and documents go both ways', async () => {
    await using mobile = await openPhone(lab(), 'Marina');
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    await page.goto('/inbox');
    await row(page, 'Marina Duarte').click();
    await composer(page).waitFor();
    const photo = { name: 'vitrine.png', mimeType: 'image/png', buffer: await page.screenshot() };
    await page.locator('input[type=file]').first().setInputFiles(photo);
    await page.getByRole('list', { name: 'Arquivos para enviar' }).getByRole('listitem').waitFor();
    await composer(page).fill('Nossa vitrine');
    await lab().picture(page, 'inbox-file-tray');
    await button(page, 'Enviar').click();
    const drawn = (image: { naturalWidth?: number }) => image.naturalWidth ?? 0;
    const theirs = phone.theirs(mobile.page, 'Nossa vitrine').locator('img').first();
    await expect.poll(() => theirs.evaluate(drawn), { timeout: 15_000 }).toBeGreaterThan(100);

    const menu = { name: 'pedido.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
    await mobile.page.getByRole('button', { name: 'Anexar' }).click();
    const choosing = mobile.page.getByText('Documento', { exact: true });
    const [chosen] = await Promise.all([mobile.page.waitForEvent('filechooser'), choosing.click()]);
    await chosen.setFiles(menu);
    await mobile.page.getByRole('button', { name: 'Enviar' }).click();
    await bubble(page, 'pedido.pdf').waitFor();
    await bubble(page, 'pedido.pdf')
      .getByRole('button', { name: /Baixar|Abrir/ })
      .or(bubble(page, 'pedido.pdf').getByRole('link'))
      .first()
      .waitFor();
    await mobile.page.getByRole('button', { name: 'Anexar' }).click();
    await mobile.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...photo, name: 'bolo.png' });
    await mobile.page.getByRole('textbox', { name: 'Mensagem' }).fill('Quero igual a este');
    await mobile.page.keyboard.press('Enter');
    const ours = bubble(page, 'Quero igual a este').locator('img').first();
    await expect.poll(() => ours.evaluate(drawn), { timeout: 15_000 }).toBeGreaterThan(100);
    await lab().picture(page, 'inbox-files');
    expect(desk.problems()).toEqual([]);
  });

  test('what is half written outlives a reload; what was refused keeps its words and goes at the next try', async () => {
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    await page.goto('/inbox');
    await row(page, 'Marina Duarte').click();
    await composer(page).fill('Rascunho que não se perde');
    await page.waitForTimeout(300); // kept a moment after the last letter
    await page.reload();
    await expect.poll(() => composer(page).inputValue(), { timeout: 8_000 }).toBe('Rascunho que não se perde');

    await lab().control('POST', 'faults', { kind: 'error', code: 131026, times: 1 });
    await say(page, 'Seu pedido está pronto');
    const failed = bubble(page, 'Seu pedido está pronto').filter({ has: page.getByRole('alert') });
    await failed.waitFor();
    await lab().picture(page, 'inbox-failed-send');
    await lab().control('DELETE', 'faults');
    await button(failed, 'Tentar de novo').click();
    await bubble(page, 'Seu pedido está pronto')
      .getByRole('img', { name: /Enviada|Entregue|Lida/ })
      .first()
      .waitFor();
    expect(desk.problems()).toEqual([]);
  });
}
