import { escapeAsMeta } from './escape-as-meta.ts';
import type { Line } from './line.ts';

export interface StatusUpdate {
  readonly wamid: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly recipient: string;
  /** Our `biz_opaque_callback_data`, echoed by Meta in each status. */
  readonly tag?: string | undefined;
  readonly at: Date;
}

export function writeStatusWebhook(line: Line, update: StatusUpdate): Buffer {
  const priced = update.status === 'sent' || update.status === 'delivered';
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
              statuses: [
                {
                  id: update.wamid,
                  status: update.status,
                  timestamp: String(Math.floor(update.at.getTime() / 1000)),
                  recipient_id: update.recipient,
                  ...(update.tag === undefined ? {} : { biz_opaque_callback_data: update.tag }),
                  ...(priced
                    ? { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' } }
                    : {}),
                },
              ],
            },
            field: 'messages',
          },
        ],
      },
    ],
  };
  return Buffer.from(escapeAsMeta(body));
}
