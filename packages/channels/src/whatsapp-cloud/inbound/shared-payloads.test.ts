import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseWebhook } from './parse-webhook.ts';
import { routingKeys } from './routing-keys.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/payloads/', import.meta.url));
const here = existsSync(folder);
const files = here ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

/** What each of the collected bodies must become. */
const expected: Readonly<Record<string, string>> = {
  'account-update-account-restriction': 'account account ACCOUNT_RESTRICTION',
  'automatic-events': 'automatic-event Purchase',
  'batch-mixed': 'echo text, revoke',
  'business-capability-update': 'account capability',
  button: 'message button',
  'call-connect': 'call connect',
  contacts: 'message contacts',
  document: 'message document',
  'echo-text': 'echo text',
  edit: 'edit',
  'field-smb-app-state-sync': 'contact-sync',
  'group-text': 'message text',
  history: 'history',
  image: 'message image',
  'interactive-button-reply': 'message button_reply',
  'interactive-list-reply': 'message list_reply',
  'interactive-nfm-reply': 'message nfm_reply',
  'interactive-payment-method': 'message payment_method',
  location: 'message location',
  order: 'message order',
  'payment-configuration-update': 'account payment-configuration Needs Testing',
  'phone-number-quality-update-flagged': 'account number-quality FLAGGED',
  'product-inquiry': 'message text',
  reaction: 'reaction',
  'referral-ad': 'message text',
  revoke: 'revoke',
  'status-delivered-pricing-pmp': 'status delivered',
  'status-failed-error-131047': 'status failed',
  'status-read': 'status read',
  'status-sent-pricing-pmp': 'status sent',
  sticker: 'message sticker',
  'system-user-changed-number': 'identity-change changed_number',
  'system-user-changed-user-id': 'identity-change changed_user_id',
  'template-category-update': 'template category',
  'template-quality': 'template quality',
  'template-status-approved': 'template status APPROVED',
  'text-bsuid': 'message text',
  'text-forwarded': 'message text',
  'text-reply': 'message text',
  text: 'message text',
  unsupported: 'message unsupported',
  'user-preferences-stop': 'preference stop',
  video: 'message video',
  voice: 'message audio',
  'webhook-errors': 'problem',
};

test.skipIf(!here)(
  `every body of ../shared/payloads becomes what it is (${here ? files.length : 'skipped: not here'})`,
  () => {
    const found = Object.fromEntries(files.map((name) => [name.slice(0, -'.json'.length), summary(name)]));
    expect(found).toEqual(expected);
  },
);

test.skipIf(!here)('every body of ../shared/payloads finds its channel', () => {
  for (const name of files) expect(routingKeys(read(name)), name).toMatchObject([{ accountId: expect.any(String) }]);
});

const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'));

function summary(name: string): string {
  return parseWebhook(read(name))
    .map((fact) => {
      const words = ['fact', 'change', 'kind', 'status', 'wants', 'event'].map(
        (key) => (fact as unknown as Record<string, unknown>)[key], // any of them, where the fact has it
      );
      return words.filter((word) => typeof word === 'string').join(' ');
    })
    .join(', ');
}
