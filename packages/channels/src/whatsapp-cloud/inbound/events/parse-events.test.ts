import { expect, test } from 'vitest';
import { ana, at, body, change, origin, timestamp, waId } from '../fixtures.ts';
import { parseWebhook } from '../parse-webhook.ts';

const account = { accountId: origin.accountId, at };
/** Events of the account carry no metadata. */
const event = (field: string, value: object) => body({ field, value });

test.each([
  ['account_update', { event: 'ACCOUNT_RESTRICTION' }, { change: 'account', event: 'ACCOUNT_RESTRICTION' }],
  [
    'account_alerts',
    { entity_type: 'PHONE_NUMBER', alert_info: { alert_severity: 'WARNING', alert_type: 'OBA_REJECTED' } },
    { change: 'alert', event: 'OBA_REJECTED', severity: 'WARNING' },
  ],
  ['account_review_update', { decision: 'APPROVED' }, { change: 'review', event: 'APPROVED' }],
  [
    'phone_number_quality_update',
    { display_phone_number: '+55 21 3333-4444', event: 'FLAGGED', current_limit: 'TIER_10K' },
    { change: 'number-quality', event: 'FLAGGED', displayPhone: '552133334444', messagingLimit: 10_000 },
  ],
  [
    'phone_number_name_update',
    { display_phone_number: '552133334444', decision: 'REJECTED', rejection_reason: 'NAME_NOT_CONSISTENT' },
    { change: 'number-name', event: 'REJECTED', displayPhone: '552133334444' },
  ],
  [
    'business_capability_update',
    { max_daily_conversations_per_business: 2000, max_phone_numbers_per_waba: 25 },
    { change: 'capability', messagingLimit: 2000 },
  ],
  [
    'business_capability_update',
    { max_daily_conversations_per_business: -1 },
    { change: 'capability', messagingLimit: -1 },
  ],
  [
    'business_capability_update',
    { max_daily_conversations_per_business: 'TIER_UNLIMITED' },
    { change: 'capability', messagingLimit: -1 },
  ],
  [
    'security',
    { display_phone_number: '552133334444', event: 'PIN_CHANGED', requester: '6' },
    { change: 'security', event: 'PIN_CHANGED', displayPhone: '552133334444' },
  ],
  [
    'payment_configuration_update',
    { configuration_name: 'pix', status: 'Needs Testing' },
    { change: 'payment-configuration', event: 'Needs Testing' },
  ],
  [
    'business_username_update',
    { display_phone_number: '552133334444', username: 'padaria', status: 'approved' },
    { change: 'username', event: 'approved', displayPhone: '552133334444' },
  ],
  [
    'partner_solutions',
    { event: 'SOLUTION_CREATED', solution_id: '7' },
    { change: 'partner-solution', event: 'SOLUTION_CREATED' },
  ],
  ['flows', { event: 'FLOW_STATUS_CHANGE', flow_id: '7' }, { change: 'flow', event: 'FLOW_STATUS_CHANGE' }],
])('%s is a fact about the account, its value kept', (field, value, expected) => {
  expect(parseWebhook(event(field, value))).toEqual([{ fact: 'account', ...account, ...expected, detail: value }]);
});

const template = {
  message_template_id: 127_942_886,
  message_template_name: 'aviso',
  message_template_language: 'pt_BR',
};
test.each([
  [
    'message_template_status_update',
    { event: 'REJECTED', reason: 'INVALID_FORMAT', message_template_category: 'UTILITY' },
    { change: 'status', status: 'REJECTED', reason: 'INVALID_FORMAT', category: 'UTILITY' },
  ],
  [
    'message_template_quality_update',
    { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' },
    { change: 'quality', quality: 'YELLOW', previousQuality: 'GREEN' },
  ],
  ['message_template_components_update', { message_template_element: 'Olá {{1}}' }, { change: 'components' }],
  [
    'template_category_update',
    { previous_category: 'UTILITY', new_category: 'MARKETING' },
    { change: 'category', category: 'MARKETING', previousCategory: 'UTILITY' },
  ],
])('%s is a fact about the template', (field, value, expected) => {
  const detail = { ...template, ...value };
  expect(parseWebhook(event(field, detail))).toEqual([
    { fact: 'template', ...account, templateId: '127942886', name: 'aviso', language: 'pt_BR', ...expected, detail },
  ]);
});

test.each(['stop', 'resume'])('the person says %s to marketing', (value) => {
  const user_preferences = [{ wa_id: waId, detail: 'pediu', category: 'marketing_messages', value, timestamp }];
  expect(parseWebhook(body(change('user_preferences', { contacts: [ana], user_preferences })))).toEqual([
    {
      fact: 'preference',
      ...origin,
      from: { waId, profileName: 'Ana Lima' },
      at,
      category: 'marketing_messages',
      wants: value,
      detail: 'pediu',
    },
  ]);
});

test('the address book of the phone app: saved and removed', () => {
  const entry = (action: string, contact: object) => ({ type: 'contact', action, contact, metadata: { timestamp } });
  const state_sync = [
    entry('add', { full_name: 'Ana Lima', first_name: 'Ana', phone_number: '+55 21 99876-5432' }),
    entry('remove', { phone_number: '5521998765432' }),
  ];
  expect(parseWebhook(body(change('smb_app_state_sync', { state_sync })))).toEqual([
    { fact: 'contact-sync', ...origin, action: 'save', person: { waId }, fullName: 'Ana Lima', firstName: 'Ana', at },
    { fact: 'contact-sync', ...origin, action: 'remove', person: { waId }, at },
  ]);
});

test('a call that connects, one that ends, and one that rings', () => {
  const calls = [
    {
      id: 'wacid.1',
      event: 'connect',
      timestamp,
      direction: 'USER_INITIATED',
      from: waId,
      session: { sdp_type: 'offer', sdp: 'v=0' },
    },
    {
      id: 'wacid.2',
      event: 'terminate',
      timestamp,
      direction: 'BUSINESS_INITIATED',
      to: waId,
      status: 'COMPLETED',
      duration: 120,
    },
  ];
  expect(parseWebhook(body(change('calls', { calls })))).toEqual([
    {
      fact: 'call',
      ...origin,
      providerId: 'wacid.1',
      event: 'connect',
      at,
      direction: 'from_customer',
      person: { waId },
      session: { type: 'offer', sdp: 'v=0' },
    },
    {
      fact: 'call',
      ...origin,
      providerId: 'wacid.2',
      event: 'terminate',
      at,
      direction: 'from_business',
      person: { waId },
      status: 'completed',
      durationSeconds: 120,
    },
  ]);
  const ringing = {
    id: 'wacid.3',
    type: 'call',
    status: 'RINGING',
    timestamp,
    recipient_id: waId,
    biz_opaque_callback_data: 't',
  };
  expect(parseWebhook(body(change('calls', { statuses: [ringing] })))).toEqual([
    {
      fact: 'call',
      ...origin,
      providerId: 'wacid.3',
      event: 'ringing',
      at,
      direction: 'from_business',
      person: { waId },
      tag: 't',
    },
  ]);
});

test('a purchase that Meta saw', () => {
  const custom_data = { currency: 'BRL', value: 25_000 };
  const automatic_events = [{ id: 'wamid.e', event_name: 'Purchase', timestamp, ctwa_clid: 'q', custom_data }];
  expect(parseWebhook(body(change('automatic_events', { automatic_events })))).toEqual([
    {
      fact: 'automatic-event',
      ...origin,
      providerId: 'wamid.e',
      event: 'Purchase',
      at,
      clickId: 'q',
      value: 25_000,
      currency: 'BRL',
    },
  ]);
});

test.each([
  ['group_lifecycle_update', 'lifecycle'],
  ['group_participants_update', 'participants'],
  ['group_settings_update', 'settings'],
  ['group_status_update', 'status'],
])('%s', (field, what) => {
  const groups = [{ timestamp, group_id: 'g1', type: 'group_create', subject: 'Condomínio' }];
  expect(parseWebhook(body(change(field, { groups })))).toEqual([
    { fact: 'group', ...origin, change: what, groupId: 'g1', event: 'group_create', at, detail: groups[0] },
  ]);
});

test('the conversation changed hands', () => {
  const handover = {
    sender: { phone_number: waId },
    timestamp: 1_795_176_000_000,
    take_thread_control: { previous_owner_app_id: '1' },
  };
  const expected = {
    fact: 'handover',
    ...origin,
    person: { waId },
    at,
    event: 'take_thread_control',
    detail: handover,
  };
  const parsed = parseWebhook(body(change('messaging_handovers', { messaging_handovers: [handover] })));
  expect(parsed).toEqual([expected]);
});

test("errors of WhatsApp itself, about nobody's message", () => {
  const errors = [{ code: 130429, title: 'Rate limit', error_data: { details: 'slow down' } }];
  expect(parseWebhook(body(change('messages', { errors })))).toEqual([
    { fact: 'problem', ...origin, errors: [{ code: 130429, title: 'Rate limit', details: 'slow down' }] },
  ]);
});

test.each([
  ['user_preferences', 'user_preferences', { value: 'perhaps', wa_id: waId }, "preference 'perhaps' is not known"],
  ['user_preferences', 'user_preferences', { value: 'stop' }, 'preference of nobody'],
  ['smb_app_state_sync', 'state_sync', { type: 'chat' }, "sync of 'chat' is not known"],
  ['smb_app_state_sync', 'state_sync', { type: 'contact', contact: [] }, 'contact without a phone'],
  ['calls', 'calls', { event: 'connect' }, 'call without an id'],
  ['automatic_events', 'automatic_events', { id: 'x' }, 'event without an id or a name'],
  ['group_status_update', 'groups', 7, 'not an object'],
])('%s with something unreadable in %s: recorded', (field, list, bad, reason) => {
  expect(parseWebhook(body(change(field, { [list]: [bad] })))).toMatchObject([{ fact: 'unknown', field, reason }]);
});

test.each(['user_preferences', 'smb_app_state_sync', 'automatic_events', 'group_status_update', 'history', 'messages'])(
  '%s with nothing inside leaves a trace',
  (field) => {
    expect(parseWebhook(body(change(field, {})))).toMatchObject([{ fact: 'unknown', field }]);
  },
);
