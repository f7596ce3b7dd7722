import { benchLine } from '../../../bench/load/index.ts';

export interface Change {
  readonly field: string;
  readonly value: Record<string, unknown>;
}

/** Who writes in all of these. */
export const kindsCustomer = '5521998765432';
const who = kindsCustomer;
const at = '1795176000';
const metadata = { display_phone_number: benchLine.displayPhone, phone_number_id: benchLine.phoneNumberId };
const contacts = [{ profile: { name: 'Dona Célia', username: 'dona.celia' }, wa_id: who, user_id: `BR.${who}` }];
const base = { messaging_product: 'whatsapp', metadata };
const media = { id: '4854485633', mime_type: 'image/jpeg', sha256: 'a1b2c3', caption: 'O comprovante' };
const context = { from: benchLine.displayPhone, id: 'wamid.MzMwOTY3MTc4MjY1' };
const price = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' };
const error = {
  code: 131047,
  title: 'Re-engagement message',
  message: 'Re-engagement message',
  error_data: { details: 'Too late' },
};

const message = (type: string, fields: Record<string, unknown>): Change => ({
  field: 'messages',
  value: { ...base, contacts, messages: [{ from: who, id: `wamid.kind.${type}`, timestamp: at, type, ...fields }] },
});
const status = (name: string, fields: Record<string, unknown>): Change => ({
  field: 'messages',
  value: {
    ...base,
    statuses: [{ id: 'wamid.NDk0MDkyNzcx', status: name, timestamp: at, recipient_id: who, ...fields }],
  },
});
const other = (field: string, value: Record<string, unknown>): Change => ({ field, value: { ...base, ...value } });

/** One change of each kind that Meta sends, with made-up values. */
export const webhookKinds: readonly Change[] = [
  message('text', { text: { body: 'Vocês abrem hoje?' }, context }),
  message('image', { image: media }),
  message('video', { video: { ...media, mime_type: 'video/mp4' } }),
  message('audio', { audio: { ...media, mime_type: 'audio/ogg; codecs=opus', voice: true } }),
  message('document', { document: { ...media, mime_type: 'application/pdf', filename: 'boleto.pdf' } }),
  message('sticker', { sticker: { ...media, animated: false } }),
  message('location', { location: { latitude: -22.9, longitude: -43.1, name: 'Loja', address: 'Rua A, 1' } }),
  message('contacts', {
    contacts: [{ name: { formatted_name: 'Rafa' }, phones: [{ phone: '+55 21 99876-5432', wa_id: who }] }],
  }),
  message('button', { button: { payload: 'sim', text: 'Sim' }, context }),
  message('interactive', { interactive: { type: 'button_reply', button_reply: { id: 'sim', title: 'Sim' } }, context }),
  message('interactive', {
    interactive: { type: 'list_reply', list_reply: { id: 'um', title: 'Um', description: 'Primeiro' } },
  }),
  message('interactive', {
    interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"a":1}' } },
  }),
  message('order', {
    order: {
      catalog_id: '72',
      product_items: [{ product_retailer_id: 'n6', quantity: 1, item_price: 99.9, currency: 'BRL' }],
    },
  }),
  message('reaction', { reaction: { message_id: 'wamid.MTk3ODcwNDE1', emoji: '👍' } }),
  message('system', { system: { body: 'mudou', type: 'user_changed_number', wa_id: '5521988887777' } }),
  message('unsupported', { errors: [error] }),
  message('edit', {
    edit: { original_message_id: 'wamid.OTQwNzk0', message: { type: 'text', text: { body: 'corrigido' } } },
  }),
  message('revoke', { revoke: { original_message_id: 'wamid.OTQwNzk0' } }),
  message('text', {
    text: { body: 'Vi o anúncio' },
    referral: { source_url: 'https://ad.invalid/1', source_id: '77', source_type: 'ad', ctwa_clid: 'A1' },
  }),
  status('sent', {
    pricing: price,
    conversation: { id: '72b1', expiration_timestamp: at, origin: { type: 'service' } },
  }),
  status('delivered', { pricing: price, biz_opaque_callback_data: '01980000-0000-7000-8000-000000000000' }),
  status('read', {}),
  status('failed', { errors: [error] }),
  other('smb_message_echoes', {
    message_echoes: [
      { from: benchLine.displayPhone, to: who, id: 'wamid.echo', timestamp: at, type: 'text', text: { body: 'oi' } },
    ],
  }),
  other('history', {
    history: [
      {
        metadata: { phase: 0, chunk_order: 1, progress: 20 },
        threads: [
          {
            id: who,
            messages: [
              {
                from: who,
                id: 'wamid.old',
                timestamp: at,
                type: 'text',
                text: { body: 'oi' },
                history_context: { status: 'READ' },
              },
            ],
          },
        ],
      },
    ],
  }),
  other('smb_app_state_sync', {
    state_sync: [
      {
        type: 'contact',
        action: 'add',
        contact: { full_name: 'Ana', phone_number: '+55 21 99876-5432' },
        metadata: { timestamp: at },
      },
    ],
  }),
  other('user_preferences', {
    contacts,
    user_preferences: [
      { wa_id: who, detail: 'Parar', category: 'marketing_messages', value: 'stop', timestamp: 1_795_176_000 },
    ],
  }),
  other('calls', {
    contacts,
    calls: [
      {
        id: 'wacid.1',
        event: 'connect',
        timestamp: at,
        direction: 'USER_INITIATED',
        from: who,
        session: { sdp_type: 'offer', sdp: 'v=0' },
      },
    ],
  }),
  other('message_template_status_update', {
    event: 'APPROVED',
    message_template_id: 1_169,
    message_template_name: 'pedido',
    message_template_language: 'pt_BR',
    reason: 'NONE',
  }),
  other('account_update', {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED', expiration: 1_795_176_000 }],
  }),
  other('phone_number_quality_update', {
    display_phone_number: benchLine.displayPhone,
    event: 'FLAGGED',
    current_limit: 'TIER_10K',
  }),
  other('messaging_handovers', { contacts, event: 'control_taken', timestamp: at }),
  other('a_field_of_next_year', { something: { nobody: ['knows', 1, true, null] } }),
];
