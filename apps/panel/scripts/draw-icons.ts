// node apps/panel/scripts/draw-icons.ts: the icons of the installed panel, drawn from the mark by the tests' own browser.
import { readFile, writeFile } from 'node:fs/promises';
import chromiumPack from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const mark = await readFile(new URL('../public/favicon.svg', import.meta.url), 'utf8');
const tile = '#0f6862';
/** Maskable icons are cut to any shape: the mark keeps to the inner four fifths, its ground fills all. */
const icons = [
  { name: 'icon-192', size: 192, mark: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, mark: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, mark: 0.78, ground: tile },
  { name: 'apple-touch-icon', size: 180, mark: 0.92, ground: tile },
] as const;

const browser = await chromium.launch({ executablePath: await chromiumPack.executablePath(), args: ['--no-sandbox'] });
for (const icon of icons) {
  const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
  const side = Math.round(icon.size * icon.mark);
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${icon.ground}}svg{width:${side}px;height:${side}px}</style>${mark}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(new URL(`../public/icons/${icon.name}.png`, import.meta.url), png);
  await page.close();
}
// What Android shows in its bar: one colour on nothing.
const page = await browser.newPage({ viewport: { width: 96, height: 96 } });
const white = mark.replace(/<rect width="64"[^>]*>/, '').replaceAll(/fill="#[^"]*"/g, 'fill="#fff"');
await page.setContent(`<style>body{margin:0}svg{width:96px;height:96px}</style>${white}`);
await writeFile(
  new URL('../public/icons/badge-96.png', import.meta.url),
  await page.screenshot({ omitBackground: true }),
);
await browser.close();
