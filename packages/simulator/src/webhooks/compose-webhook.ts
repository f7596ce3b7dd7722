import type { Customer, JsonObject, NumberState } from '../model.ts';

export type UpdateKind = 'message' | 'status' | 'echo' | 'event';

/** One thing to tell: a message, a status, an echo, or an event of the account. */
export interface Update {
  id: string;
  kind: UpdateKind;
  wabaId: string;
  phoneNumberId: string;
  field: string;
  /** Of a message or status: goes into `value.contacts`. */
  contact?: JsonObject;
  /** The message, status or echo; of an event the whole value. */
  item: JsonObject;
  /** The bubble that this is about. */
  messageId?: string;
}

const listKeys: Record<UpdateKind, string> = {
  message: 'messages',
  status: 'statuses',
  echo: 'message_echoes',
  event: '',
};

export function contactOf(customer: Customer): JsonObject {
  return {
    profile: { name: customer.name, ...(customer.username ? { username: customer.username } : {}) },
    ...(customer.waId ? { wa_id: customer.waId } : {}),
    ...(customer.userId ? { user_id: customer.userId } : {}),
  };
}

function valueOf(number: NumberState | undefined, group: Update[]): JsonObject {
  const first = group[0];
  if (first === undefined || first.kind === 'event') return first?.item ?? {};
  const contacts = new Map<string, JsonObject>();
  for (const { contact } of group) if (contact) contacts.set(JSON.stringify(contact), contact);
  return {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: (number?.displayPhoneNumber ?? '').replace(/[^0-9]/g, ''),
      phone_number_id: first.phoneNumberId,
    },
    ...(contacts.size > 0 ? { contacts: [...contacts.values()] } : {}),
    [listKeys[first.kind]]: group.map((update) => update.item),
  };
}

/** Puts updates into one body: an entry per account, a change per number and kind of thing. */
export function composeWebhook(
  updates: Update[],
  now: number,
  findNumber: (id: string) => NumberState | undefined,
): JsonObject {
  const entries = new Map<string, Map<string, Update[]>>();
  for (const update of updates) {
    const changes = entries.get(update.wabaId) ?? new Map<string, Update[]>();
    entries.set(update.wabaId, changes);
    // An event is a value of its own; the others of one number and kind share one.
    const key = update.kind === 'event' ? update.id : `${update.phoneNumberId} ${update.field} ${update.kind}`;
    const group = changes.get(key);
    if (group) group.push(update);
    else changes.set(key, [update]);
  }
  return {
    object: 'whatsapp_business_account',
    entry: [...entries].map(([id, changes]) => ({
      id,
      ...([...changes.values()].some((group) => group[0]?.kind === 'event') ? { time: Math.floor(now / 1000) } : {}),
      changes: [...changes.values()].map((group) => ({
        value: valueOf(group[0] && findNumber(group[0].phoneNumberId), group),
        field: group[0]?.field ?? '',
      })),
    })),
  };
}
