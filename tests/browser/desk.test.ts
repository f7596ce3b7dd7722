import { afterAll, beforeAll, describe } from 'vitest';
import { everyPage } from './desk/every-page.ts';
import { firstStart } from './desk/first-start.ts';
import { keyboard } from './desk/keyboard.ts';
import type { Lab } from './desk/lab.ts';
import { liveTalk } from './desk/live-talk.ts';
import { narrow } from './desk/narrow.ts';
import { newUser } from './desk/new-user.ts';
import { offline } from './desk/offline.ts';
import { openLab } from './desk/open-lab.ts';
import { speed } from './desk/speed.ts';
import { twoAttendants } from './desk/two-attendants.ts';
import { openBrowser } from './open-browser.ts';

const { browser, reason } = await openBrowser();
let opened: Lab | undefined;
const lab = (): Lab => {
  if (opened === undefined) throw new Error('the lab is not open');
  return opened;
};

beforeAll(async () => {
  if (browser) opened = await openLab(browser);
}, 120_000);
afterAll(async () => {
  await opened?.close();
  await browser?.close();
}, 60_000);

// One story after the other in one program: the first makes the owner that the others are signed in as.
describe.skipIf(browser === undefined)(`the desk (${reason})`, { timeout: 60_000 }, () => {
  firstStart(lab);
  newUser(lab);
  liveTalk(lab);
  twoAttendants(lab);
  narrow(lab);
  keyboard(lab);
  speed(lab);
  everyPage(lab);
  offline(lab);
});
