import { rm } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { buildPhone, type PhoneTrial, phoneNumberId, servePhone } from './serve-phone.ts';

const fakeMicrophone = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const { browser, reason } = await openBrowser(fakeMicrophone);
let dist = '';

beforeAll(async () => {
  if (browser) dist = await buildPhone();
});
afterAll(async () => {
  await browser?.close();
  await rm(dist, { recursive: true, force: true });
});

interface Visit extends AsyncDisposable {
  page: Page;
  trial: PhoneTrial;
  /** What went wrong in the page: exceptions and failed requests. */
  problems: string[];
}

async function visit(options: BrowserContextOptions = {}, { withLog = false } = {}): Promise<Visit> {
  const trial = await servePhone(dist, withLog);
  const context = await browser?.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'pt-BR',
    permissions: ['microphone'],
    ...options,
  });
  if (!context) throw new Error(reason);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(trial.url);
  await page.getByRole('textbox', { name: /Mensagem|Message|Mensaje/ }).waitFor();
  return {
    page,
    trial,
    problems,
    async [Symbol.asyncDispose]() {
      await context.close();
      await trial.close();
    },
  };
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Mensagem' }).fill(text);
  await page.keyboard.press('Enter');
}

const own = (page: Page, text: string) => page.locator('.line.own', { hasText: text });
const theirs = (page: Page, text: string) => page.locator('.line.theirs', { hasText: text });
// As text: the rest of the repository is compiled without the types of a browser.
const sidewaysScroll = `document.documentElement.scrollWidth > window.innerWidth ||
  [...document.querySelectorAll('.scroller')].some((box) => box.scrollWidth > box.clientWidth)`;
const hasSidewaysScroll = (page: Page) => page.evaluate<boolean>(sidewaysScroll);

describe.skipIf(browser === undefined)(`the telephone's page (${reason})`, () => {
  test('a text is ticked, answered and read', async () => {
    await using visited = await visit();
    const { page, trial, problems } = visited;
    await say(page, 'Olá! *Tudo* bem?');
    await own(page, 'Olá! Tudo bem?').locator('.ticks.read').waitFor();
    await theirs(page, 'Você disse: Olá! Tudo bem?').waitFor();
    expect(await own(page, 'Olá').locator('strong').textContent()).toBe('Tudo');
    await expect
      .poll(() => trial.simulator.messages().find((message) => message.author === 'business')?.status)
      .toBe('read');
    expect(problems).toEqual([]);
  });

  test('a button is tapped once, and its answer quotes the question', async () => {
    await using visited = await visit();
    const { page } = visited;
    await say(page, 'menu');
    await page.getByRole('button', { name: 'Suporte' }).click();
    await theirs(page, 'Você disse: Suporte').waitFor();
    expect(await own(page, 'Suporte').locator('.quote').textContent()).toContain('Como posso ajudar?');
    expect(await page.getByRole('button', { name: 'Vendas' }).isDisabled()).toBe(true);
  });

  test('two customers have talks of their own, with what is unread counted', async () => {
    await using visited = await visit();
    const { page, trial } = visited;
    await say(page, 'Aqui é a Maria');
    await theirs(page, 'Você disse: Aqui é a Maria').waitFor();
    const joao = trial.simulator.customers()[1];
    trial.simulator.write(phoneNumberId, joao?.id ?? '', { kind: 'text', body: 'Aqui é o João' });
    const row = page.getByRole('navigation').getByRole('button', { name: /João Batista/ });
    await row.locator('.badge').waitFor();
    expect(await page.locator('.lines').textContent()).not.toContain('João');
    await row.click();
    await theirs(page, 'Você disse: Aqui é o João').waitFor();
    expect(await page.locator('.lines').textContent()).not.toContain('Maria');
    await row.locator('.badge').waitFor({ state: 'detached' });
  });

  test('a new customer can be added and writes at once', async () => {
    await using visited = await visit();
    const { page, trial } = visited;
    await page.getByRole('button', { name: 'Novo cliente' }).click();
    await page.getByLabel('Nome', { exact: true }).fill('Zélia');
    await page.getByLabel(/^Telefone/).pressSequentially('51987651234');
    expect(await page.getByLabel(/^Telefone/).inputValue()).toBe('(51) 98765-1234');
    await page.getByRole('button', { name: 'Criar' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' }); // then the new customer's telephone is in hand
    await say(page, 'Cheguei');
    await theirs(page, 'Você disse: Cheguei').waitFor();
    expect(trial.simulator.customers().at(-1)).toMatchObject({ name: 'Zélia', waId: '555187651234' });
  });

  test('an own message is edited with the keyboard and deleted with the menu', async () => {
    await using visited = await visit();
    const { page } = visited;
    await say(page, 'Boa trade');
    await own(page, 'Boa trade').waitFor();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.getByRole('textbox', { name: 'Mensagem' }).inputValue()).toBe('Boa trade');
    await say(page, 'Boa tarde');
    await own(page, 'Boa tarde').getByText('editada').waitFor();
    await own(page, 'Boa tarde').locator('.bubble').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Apagar' }).click();
    await own(page, 'Você apagou esta mensagem').waitFor();
  });

  test('a picture is picked, captioned and shown; a voice note is recorded and sent', async () => {
    await using visited = await visit();
    const { page, trial } = visited;
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    await page.getByRole('button', { name: 'Anexar' }).click();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('Olha só');
    await page.keyboard.press('Enter');
    const picture = own(page, 'Olha só').locator('img');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: { naturalWidth?: number }) => image.naturalWidth)).toBe(1);

    await page.getByRole('button', { name: 'Gravar mensagem de voz' }).click();
    await page.getByRole('timer').waitFor();
    await page.waitForTimeout(700);
    await page.getByRole('button', { name: 'Enviar' }).click();
    const note = page.locator('.line.own .voice-note audio');
    await note.waitFor({ state: 'attached' });
    const said = trial.simulator.messages().find((message) => message.type === 'audio');
    expect(said?.content.audio).toMatchObject({ voice: true, mime_type: 'audio/ogg; codecs=opus' });
    await expect.poll(() => note.evaluate((audio: { duration?: number }) => audio.duration)).toBeGreaterThan(0.4);
  });

  test('on a telephone of 360 px everything fits, one screen at a time', async () => {
    await using visited = await visit({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    const { page, trial } = visited;
    await say(page, `https://exemplo.com.br/${'muito-comprido-'.repeat(12)}`);
    await say(page, 'menu');
    await page.getByRole('button', { name: 'Vendas' }).waitFor();
    const maria = trial.simulator.customers()[0]?.id ?? '';
    trial.simulator.write(phoneNumberId, maria, {
      kind: 'contacts',
      contacts: [{ name: 'Seu Zé da Entrega', phone: '+55 11 91234-5678' }],
    });
    const card = await own(page, 'Seu Zé da Entrega').boundingBox();
    expect(card?.height).toBeLessThan(110);
    expect(await hasSidewaysScroll(page)).toBe(false);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Anexar' }).click();
    expect(await hasSidewaysScroll(page)).toBe(false);
    await page.getByRole('button', { name: 'Voltar' }).click();
    await page.getByRole('navigation').waitFor();
    expect(await hasSidewaysScroll(page)).toBe(false);
    expect(trial.simulator.customers()).toHaveLength(2);
  });

  test('the log shows each message with its steps, and is not there without a server', async () => {
    {
      await using visited = await visit({}, { withLog: true });
      const { page, trial } = visited;
      const began = Date.now();
      const at = (ms: number) => new Date(began + ms).toISOString();
      trial.log({
        type: 'message.received',
        messageId: 'm1',
        at: at(0),
        data: { direction: 'in', kind: 'text', text: 'Oi' },
      });
      trial.log({
        type: 'message.queued',
        messageId: 'm2',
        at: at(12),
        data: { direction: 'out', kind: 'text', text: 'Olá!' },
      });
      trial.log({ type: 'message.status', messageId: 'm2', at: at(95), data: { status: 'sent' } });
      const card = page.getByRole('complementary', { name: 'Bastidores' }).locator('.log-card.out');
      await card.getByText('enviada').waitFor();
      expect(await card.textContent()).toContain('+83 ms');
      expect(await card.locator('.log-reply').textContent()).toBe('95 ms');
    }
    await using alone = await visit();
    expect(await alone.page.getByRole('complementary').count()).toBe(0);
  });

  test('the page speaks the language of the browser', async () => {
    await using english = await visit({ locale: 'en-US' });
    expect(await english.page.locator('html').getAttribute('lang')).toBe('en-US');
    await using spanish = await visit({ locale: 'es-AR' });
    await spanish.page.getByRole('textbox', { name: 'Mensaje' }).waitFor();
  });

  test('when the simulator comes back from a restart, the page is up to date by itself', async () => {
    await using visited = await visit();
    const { page, trial } = visited;
    await say(page, 'antes');
    await own(page, 'antes').waitFor();
    await trial.stopSimulator();
    await page.getByText('Sem conexão').waitFor();
    await trial.startSimulator();
    await page.getByText('Sem conexão').waitFor({ state: 'detached' });
    await say(page, 'depois');
    await own(page, 'depois').locator('.ticks.read').waitFor();
    expect(await page.locator('.line.own').count()).toBe(1);
  });
});
