/** One place where Meta's file is behind Meta's own pages or service. `at` is a JSON pointer; `set` undefined removes what is there. */
export interface ContractException {
  readonly at: string;
  readonly set?: unknown;
  readonly reason: string;
}

const schemas = '/components/schemas';

/** Everything not here is validated as Meta wrote it. Each reason names the page that the file contradicts. */
export const metaContractExceptions: readonly ContractException[] = [
  {
    at: `${schemas}/BaseMessageProperties/properties/biz_opaque_callback_data`,
    set: { type: 'string', minLength: 1, maxLength: 512 },
    reason: 'our own tag: webhooks/reference/messages/status, missing from the file',
  },
  {
    at: `${schemas}/BaseMessageProperties/properties/recipient`,
    set: { type: 'string', pattern: '^[A-Z]{2}\\.' },
    reason: 'send by business-scoped user id: business-scoped-user-ids (May 2026), newer than the file',
  },
  {
    at: `${schemas}/BaseMessageProperties/required`,
    set: ['messaging_product', 'recipient_type', 'type'],
    reason: '`to` may be absent when `recipient` is there (same page)',
  },
  {
    at: `${schemas}/BaseMessageProperties/anyOf`,
    set: [{ required: ['to'] }, { required: ['recipient'] }],
    reason: 'one of the two must be there (same page)',
  },
  {
    at: `${schemas}/InteractiveObject/properties/type/enum`,
    set: ['button', 'call_permission_request', 'catalog_message', 'cta_url', 'list', 'product', 'product_list', 'flow'],
    reason: 'cta_url: interactive-cta-url-messages, missing from the file',
  },
  {
    at: `${schemas}/ActionObject/oneOf/-`,
    set: {
      required: ['name', 'parameters'],
      properties: {
        name: { type: 'string', enum: ['cta_url'] },
        parameters: {
          type: 'object',
          additionalProperties: false,
          required: ['display_text', 'url'],
          properties: {
            display_text: { type: 'string', minLength: 1, maxLength: 20 },
            url: { type: 'string', format: 'uri' },
          },
        },
      },
    },
    reason: 'the action of cta_url (same page)',
  },
  {
    at: `${schemas}/BodyObject/properties/text/maxLength`,
    set: 4096,
    reason:
      "a list's body may have 4,096 characters: interactive-list-messages; check-content holds the others to 1,024",
  },
  {
    at: `${schemas}/LanguageObject/required`,
    set: ['code'],
    reason: '`policy` is a left-over of the On-Premises API; the Cloud API pages send `code` alone',
  },
  {
    at: `${schemas}/TemplateComponent/properties/index`,
    set: { anyOf: [{ type: 'string', pattern: '^[0-9]$' }] },
    reason: 'the pattern refuses button 0, which every page uses; at most 10 buttons',
  },
  {
    at: `${schemas}/ButtonComponent/allOf/1/properties/index`,
    set: { type: 'string', pattern: '^[0-9]$' },
    reason: 'same pattern, repeated',
  },
  {
    at: `${schemas}/TemplateComponent/properties/sub_type/enum`,
    set: ['quick_reply', 'url', 'catalog', 'copy_code', 'flow'],
    reason: 'coupon and Flow buttons: template pages, missing from the file',
  },
  {
    at: `${schemas}/ButtonComponent/allOf/1/properties/sub_type/enum`,
    set: ['quick_reply', 'url', 'catalog', 'copy_code', 'flow'],
    reason: 'same list, repeated',
  },
  {
    at: `${schemas}/ButtonParameterObject/properties/type/enum`,
    set: ['payload', 'text', 'coupon_code', 'action'],
    reason: 'parameters of coupon and Flow buttons (same pages)',
  },
  {
    at: `${schemas}/ParameterObject/properties/type/enum`,
    set: ['currency', 'date_time', 'document', 'image', 'text', 'video', 'location'],
    reason: 'location headers of templates: template pages, missing from the file',
  },
  {
    at: `${schemas}/ContactsMessage/allOf/1/properties/contacts/maxItems`,
    set: 257,
    reason: 'contacts-messages: up to 257 contact cards in one message',
  },
  {
    at: `${schemas}/PhoneObject/properties/type`,
    set: { type: 'string' },
    reason: 'contacts-messages: CELL, MAIN, IPHONE … are accepted, and any word is shown',
  },
];
