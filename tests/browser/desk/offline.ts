import { expect, test } from 'vitest';
import { bubble, composer, customerWrites, row, say, tab } from './at-desk.ts';
import type { Lab } from './lab.ts';

async function customerOf(lab: Lab, name: string): Promise<string> {
  const { customers } = await lab.control<{ customers: { id: string; name: string }[] }>('GET', 'state');
  return customers.find((one) => one.name === name)?.id ?? '';
}

/** The network goes and comes back; the server is killed and starts again. */
export function offline(lab: () => Lab): void {
  test('without a network it says so, keeps what is sent, and catches up without doubling anything', async () => {
    const customer = await customerOf(lab(), 'Marina Duarte');
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    desk.expects(/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK/, /WebSocket/);
    await page.goto('/inbox');
    await tab(page, 'Minhas').click();
    await row(page, 'Marina Duarte').click();
    await composer(page).waitFor();
    await desk.context.setOffline(true);
    await page.getByText('Você está sem internet.').waitFor();
    await customerWrites(lab(), customer, 'Escrevi enquanto vocês estavam fora');
    await say(page, 'Resposta sem internet');
    await bubble(page, 'Resposta sem internet').waitFor();
    await lab().picture(page, 'inbox-offline');
    await desk.context.setOffline(false);
    await page.getByText('Você está sem internet.').waitFor({ state: 'detached' });
    await bubble(page, 'Escrevi enquanto vocês estavam fora').waitFor();
    const again = bubble(page, 'Resposta sem internet').getByRole('button', { name: 'Tentar de novo' });
    const gone = bubble(page, 'Resposta sem internet').getByRole('img', { name: /Enviada|Entregue|Lida/ });
    await again.or(gone).first().waitFor();
    if (await again.isVisible()) await again.click();
    await gone.first().waitFor();
    expect(await bubble(page, 'Resposta sem internet').count()).toBe(1);
    expect(await bubble(page, 'Escrevi enquanto vocês estavam fora').count()).toBe(1);
    expect(desk.problems()).toEqual([]);
  });

  test('a server that was killed and started again is found again', async () => {
    const customer = await customerOf(lab(), 'Marina Duarte');
    await using desk = await lab().window({ as: lab().sessions.owner });
    const { page } = desk;
    desk.expects(/ERR_CONNECTION/, /ERR_SOCKET/, /ERR_EMPTY/, /WebSocket/, /50\d /);
    await page.goto('/inbox');
    await row(page, 'Marina Duarte').click();
    await composer(page).waitFor();
    await lab().program.kill();
    await page.getByText('Reconectando…').waitFor();
    await lab().picture(page, 'inbox-reconnecting');
    await lab().program.start();
    await customerWrites(lab(), customer, 'Vocês voltaram?');
    await bubble(page, 'Vocês voltaram?').waitFor({ timeout: 20_000 });
    await page.getByText('Reconectando…').waitFor({ state: 'detached', timeout: 20_000 });
    expect(await bubble(page, 'Vocês voltaram?').count()).toBe(1);
    expect(desk.problems()).toEqual([]);
  }, 90_000);
}
