import { createSimulator } from '@balcao/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChannelCredentials } from '../../../port/index.ts';
import { createWhatsAppCloud, type WhatsAppCloud } from '../../create-whatsapp-cloud.ts';
import { answer, startGraphDouble } from '../graph-double.ts';

const number = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhoneNumber: '+55 11 4000-0001',
  accessToken: 'EAAGtoken',
  appSecret: 'the-secret',
};
const credentials: ChannelCredentials = {
  channelId: 'c1',
  phoneNumberId: number.phoneNumberId,
  accountId: number.wabaId,
  accessToken: number.accessToken,
};

let cloud: WhatsAppCloud;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const simulator = createSimulator({ numbers: [number] });
  const { url } = await simulator.listen();
  const double = await startGraphDouble(answer(500, {}));
  stops.push(() => simulator.close(), double.stop);
  cloud = createWhatsAppCloud({
    ...double.ctx,
    config: { ...double.ctx.config, graphApiBaseUrl: `${url}/v26.0` },
  });
});
afterAll(() => Promise.all(stops.map((stop) => stop())));

test('a token tells what it may do, and a wrong one that it is none', async () => {
  expect(await cloud.readToken(credentials)).toMatchObject({
    valid: true,
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    expiresAt: undefined,
  });
  const wrong = await cloud.readToken({ ...credentials, accessToken: 'EAAGother' }).catch((error: unknown) => error);
  expect(wrong).toMatchObject({ valid: false, code: 190 });
});

test('the secret of the app is proven without being sent', async () => {
  expect(await cloud.proveSecret(credentials, number.appSecret)).toBe(true);
  expect(await cloud.proveSecret(credentials, 'another')).toBe(false);
  await expect(cloud.proveSecret({ ...credentials, accessToken: 'EAAGother' }, 'x')).rejects.toMatchObject({
    code: 'provider_failed',
  });
});

test('an app is subscribed to the account, and seen to be', async () => {
  await cloud.subscribeApp(credentials);
  expect((await cloud.readSubscription(credentials)).appIds).toHaveLength(1);
  await expect(cloud.subscribeApp({ ...credentials, accountId: '999' })).rejects.toMatchObject({ code: 'not_found' });
});
