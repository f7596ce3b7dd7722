import type { Locator, Page } from 'playwright-core';
import type { Lab } from './lab.ts';

/** Where one finds things at the desk, by the names that a person hears. */
export const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Mensagem', exact: true });
export const row = (page: Page, name: string): Locator => page.getByRole('option').filter({ hasText: name });
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) });
export const bubble = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });
export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Writes as an attendant and sends with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** The customer's telephone, in a window of its own. */
export const phone = {
  say: async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'Mensagem' }).fill(text);
    await page.keyboard.press('Enter');
  },
  own: (page: Page, text: string): Locator => page.locator('.line.own', { hasText: text }),
  theirs: (page: Page, text: string): Locator => page.locator('.line.theirs', { hasText: text }),
};

/** The number of the demo, as the simulator calls it. */
export const DEMO_NUMBER = '100000000000001';

interface Written {
  readonly author: string;
  readonly status: string;
  readonly content: { readonly text?: { readonly body?: string } };
}

/** What was said on a customer's telephone so far. */
export async function saidTo(lab: Lab, customerId: string): Promise<Written[]> {
  const { data } = await lab.control<{ data: Written[] }>('GET', `messages?customerId=${customerId}`);
  return data;
}

/** Another customer of the demo. */
export async function newCustomer(lab: Lab, name: string, phoneNumber: string): Promise<string> {
  const { id } = await lab.control<{ id: string }>('POST', 'customers', { name, phone: phoneNumber });
  return id;
}

export async function customerWrites(lab: Lab, customerId: string, body: string): Promise<void> {
  await lab.control('POST', `chats/${DEMO_NUMBER}/${customerId}/messages`, { kind: 'text', body });
}

/** A customer who asked the bot for a person and waits in the queue. */
export async function customerInQueue(lab: Lab, name: string, phoneNumber: string): Promise<string> {
  const id = await newCustomer(lab, name, phoneNumber);
  const hears = async (words: RegExp) => {
    for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((go) => setTimeout(go, 40))) {
      const said = JSON.stringify(await saidTo(lab, id));
      if (words.test(said)) return;
    }
    throw new Error(`${name} did not hear ${words}`);
  };
  await customerWrites(lab, id, 'Oi');
  await hears(/Como posso ajudar/);
  await customerWrites(lab, id, 'atendente');
  await hears(/uma pessoa da equipe/);
  return id;
}
