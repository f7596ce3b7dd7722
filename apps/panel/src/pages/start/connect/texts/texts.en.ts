import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const en: TextsLike<typeof pt> = {
  title: 'Connect a WhatsApp number',
  where: 'Where to find it: developers.facebook.com → My apps → your app → WhatsApp → API setup.',
  token: 'Access token',
  tokenHint: 'Of a system user, so that it does not expire. Begins with EAA…',
  phone: 'Phone number ID',
  phoneHint: 'Digits only. It is not the phone number itself.',
  waba: 'WhatsApp Business account ID',
  secret: 'App secret',
  secretHint: 'Under App settings → Basic.',
  testing: 'Checking with Meta…',
  digits: 'Use digits only.',
  name: 'What the team calls this number',
  nameHint: 'For example: Sales',
  connect: 'Connect',
  back: 'Back',
  webhookTitle: 'Last step: tell Meta where to deliver the messages',
  webhookText:
    'In your app, under WhatsApp → Configuration → Webhook, paste these two values, press “Verify and save” and subscribe to the field “messages”.',
  url: 'Callback URL',
  verify: 'Verify token',
  waiting: 'Waiting for the first message… Send a “hi” from your phone to this number.',
  arrived: 'It arrived! This number is now served here.',
  finish: 'Finish',
  notHttps:
    'Meta only delivers to a public address with https. This one seems to be of this machine only: set PUBLIC_URL first.',
};
