import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bubble, button, row, tab } from './at-desk.ts';
import type { Lab, Window } from './lab.ts';
import { sidewaysScroll } from './narrow.ts';

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: { readonly target: string[]; readonly failureSummary?: string; readonly html: string }[];
}

/** What axe finds serious or worse, in words that lead there. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const found = await page.evaluate<Violation[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          ({ target, html, failureSummary = '' }) =>
            `${id}: ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary.split('\n').slice(1, 2).join('').trim()}`,
        ),
    );
}

const settings = [
  'workspace',
  'channels',
  'people',
  'roles',
  'places',
  'tags',
  'fields',
  'canned',
  'macros',
  'scheduled',
  'api-keys',
  'access-log',
];
const ofTheBot = [
  ...['numbers', 'questions', 'console', 'knowledge', 'intents', 'work', 'prompts', 'models', 'tools', 'flows'],
  ...['knowledge/faq', 'knowledge/article', 'intents/price', 'tools/new-http', 'tools/new-send_document'],
].map((path) => [`bot-${path.replace('/', '-')}`, `/bot/${path}`] as const);
const pages = [
  ['start', '/start'],
  ['contacts', '/contacts'],
  ['account', '/account'],
  ['settings', '/settings'],
  ...settings.map((section) => [`settings-${section}`, `/settings/${section}`] as const),
  ['not-found', '/nao-existe'],
] as const;

/** Loaded: no skeleton, nothing moving. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('main').or(page.getByRole('heading')).first().waitFor();
  const still = `!document.querySelector('main [class*=Skeleton-root], main [class*=Loader-root]') && document.fonts.status === 'loaded'`;
  await expect.poll(() => page.evaluate<boolean>(still), { timeout: 10_000 }).toBe(true);
  await page.waitForLoadState('networkidle');
}

async function openTalk(page: Page): Promise<void> {
  await page.goto('/inbox');
  await tab(page, 'Minhas').click();
  await row(page, 'Marina Duarte').click();
  await bubble(page, 'Quero igual a este').waitFor();
  await settle(page);
}

/** Dialogs of the talk: their name, and what opens them. */
const dialogs: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['transfer', async (page) => button(page, 'Transferir').click()],
  ['snooze', async (page) => button(page, 'Adiar').click()],
  ['schedule', async (page) => button(page, /^(Agendar envio|\d+ mensage)/).click()],
  ['emoji', async (page) => button(page, 'Emojis').click()],
  ['attach', async (page) => button(page, 'Anexar').click()],
  ['help', async (page) => page.keyboard.press('?')],
];

const schemes = ['light', 'dark'] as const;
const wide = { width: 1440, height: 900 };
const telephone = { width: 360, height: 740 };

/** Every page of the panel, looked at by axe and kept as a picture: light and dark, wide and narrow. */
export function everyPage(lab: () => Lab): void {
  /** What stands on the screen now, in both schemes and, when asked, as wide as a telephone. */
  async function look(window: Window, name: string, wrong: string[], { narrow = true } = {}): Promise<void> {
    const { page } = window;
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      await lab().picture(page, colorScheme === 'dark' ? `${name}-dark` : name);
      for (const one of await violations(page)) wrong.push(`${name} (${colorScheme}): ${one}`);
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    if (narrow) {
      await page.setViewportSize(telephone);
      await settle(page);
      await lab().picture(page, `360-${name}`);
      for (const box of await sidewaysScroll(page)) wrong.push(`${name}: scrolls sideways: ${box}`);
      await page.setViewportSize(wide);
    }
    for (const problem of window.problems()) wrong.push(`${name}: ${problem}`);
  }

  test('no page has a serious fault for those who see or hear it otherwise, light or dark, and each fits a telephone', async () => {
    const wrong: string[] = [];
    await using window = await lab().window({ as: lab().sessions.owner, viewport: wide });
    for (const [name, path] of pages) {
      await window.page.goto(path);
      await settle(window.page);
      await look(window, name, wrong);
    }
    await window.page.goto('/contacts');
    await window.page.getByText('Marina Duarte').first().click();
    await window.page.getByText('Identidades').first().waitFor();
    await settle(window.page);
    await look(window, 'contact', wrong);
    await using out = await lab().window({ viewport: wide });
    out.expects(/401 GET .*me\.get/);
    await out.page.goto('/sign-in');
    await settle(out.page);
    await look(out, 'sign-in', wrong);
    await out.page.goto('/phone/');
    await out.page.getByRole('textbox', { name: 'Mensagem' }).waitFor();
    await lab().picture(out.page, 'phone');
    expect(wrong).toEqual([]);
  }, 120_000);

  test('no page of the bot has a serious fault for those who see or hear it otherwise, light or dark, and each fits a telephone', async () => {
    const wrong: string[] = [];
    await using window = await lab().window({ as: lab().sessions.owner, viewport: wide });
    for (const [name, path] of ofTheBot) {
      await window.page.goto(path);
      await settle(window.page);
      await look(window, name, wrong);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('no part of a talk has a serious fault for those who see or hear it otherwise, light or dark', async () => {
    const wrong: string[] = [];
    await using window = await lab().window({ as: lab().sessions.owner, viewport: wide });
    const { page } = window;
    await openTalk(page);
    await look(window, 'inbox-talk', wrong);
    for (const [name, open] of dialogs) {
      await open(page);
      await page.waitForTimeout(250); // it comes in gently
      await look(window, `dialog-${name}`, wrong, { narrow: false });
      await page.keyboard.press('Escape');
      await page.waitForTimeout(200);
    }
    for (const pane of ['Notas', 'Histórico', 'Mídia']) {
      await page.getByRole('tab', { name: pane }).click();
      await settle(page);
      await look(window, `inbox-details-${pane.toLowerCase()}`, wrong, { narrow: false });
    }
    expect(wrong).toEqual([]);
  }, 120_000);
}
