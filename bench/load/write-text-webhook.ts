import { escapeAsMeta } from './escape-as-meta.ts';
import type { Line } from './line.ts';

export interface TextMessage {
  readonly wamid: string;
  readonly from: string;
  readonly name: string;
  readonly text: string;
  readonly at: Date;
}

/** One body holds as many messages as it is given, as Meta batches them. */
export function writeTextWebhook(line: Line, messages: readonly TextMessage[]): Buffer {
  const people = new Map(messages.map((message) => [message.from, message.name]));
  const body = {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: line.wabaId,
        changes: [
          {
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: line.displayPhone, phone_number_id: line.phoneNumberId },
              contacts: [...people].map(([from, name]) => ({ profile: { name }, wa_id: from, user_id: `BR.${from}` })),
              messages: messages.map((message) => ({
                from: message.from,
                from_user_id: `BR.${message.from}`,
                id: message.wamid,
                timestamp: String(Math.floor(message.at.getTime() / 1000)),
                text: { body: message.text },
                type: 'text',
              })),
            },
            field: 'messages',
          },
        ],
      },
    ],
  };
  return Buffer.from(escapeAsMeta(body));
}
