/** Small bodies in Meta's shape, for the tests of this folder. */
export const origin = { accountId: '102290129340398', phoneNumberId: '106540352242922' };
export const at = new Date('2026-11-20T12:00:00Z');
export const timestamp = '1795176000';
export const waId = '5521998765432';

type Fields = Record<string, unknown>;

export const body = (...changes: unknown[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: origin.accountId, time: 1_795_176_000, changes }],
});

export const change = (field: string, value: Fields) => ({
  field,
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '552133334444', phone_number_id: origin.phoneNumberId },
    ...value,
  },
});

export const message = (fields: Fields) => ({ from: waId, id: 'wamid.in', timestamp, ...fields });

export const text = (said: string, fields: Fields = {}) => message({ type: 'text', text: { body: said }, ...fields });

export const status = (fields: Fields = {}) => ({
  id: 'wamid.out',
  status: 'sent',
  timestamp,
  recipient_id: waId,
  ...fields,
});

export const ana = { profile: { name: 'Ana Lima' }, wa_id: waId };

export const messages = (...list: unknown[]) => body(change('messages', { contacts: [ana], messages: list }));
export const statuses = (...list: unknown[]) => body(change('messages', { statuses: list }));
