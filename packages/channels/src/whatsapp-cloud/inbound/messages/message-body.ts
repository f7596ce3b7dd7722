import type { MediaReference, MessageBody, OrderItem, SharedContact } from '../../../port/index.ts';
import { cleanJson } from '../clean-json.ts';
import {
  flag,
  identifier,
  integer,
  listOf,
  number,
  type Obj,
  objectOf,
  objectOrEmpty,
  phone,
  text,
  word,
} from '../values.ts';
import { interactiveBody } from './interactive-body.ts';

/** What a message says. Never undefined: a customer's message that we cannot read is still a message. */
export function messageBody(message: Obj): MessageBody {
  const type = message['type'];
  switch (type) {
    case 'text':
      return textBody(message);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaBody(type, message);
    case 'voice':
      return mediaBody('audio', { ...message, audio: message['voice'] ?? message['audio'] });
    case 'location':
      return locationBody(message);
    case 'contacts':
      return contactsBody(message);
    case 'button':
      return buttonBody(message);
    case 'interactive':
      return interactiveBody(objectOrEmpty(message['interactive'])) ?? unknownBody(message);
    case 'order':
      return orderBody(message);
    case 'media_placeholder':
      return { kind: 'media_placeholder' };
    case 'unsupported':
      return {
        kind: 'unsupported',
        content: { kind: 'unsupported', type: word(objectOrEmpty(message['unsupported'])['type']) },
      };
    default:
      return unknownBody(message);
  }
}

function textBody(message: Obj): MessageBody {
  const body = text(objectOrEmpty(message['text'])['body']);
  return body === undefined ? unknownBody(message) : { kind: 'text', text: body };
}

function mediaBody(kind: 'image' | 'video' | 'audio' | 'document' | 'sticker', message: Obj): MessageBody {
  const media = mediaReference(message[kind]);
  return media === undefined ? unknownBody(message) : { kind, text: media.caption, media };
}

function mediaReference(value: unknown): MediaReference | undefined {
  const media = objectOf(value);
  const id = identifier(media?.['id']);
  if (media === undefined || id === undefined) return undefined;
  return {
    id,
    mime: word(media['mime_type']),
    sha256: word(media['sha256']),
    fileName: word(media['filename']),
    voice: flag(media['voice']),
    animated: flag(media['animated']),
    url: word(media['url'], 4_096),
    caption: text(media['caption']),
  };
}

function locationBody(message: Obj): MessageBody {
  const location = objectOrEmpty(message['location']);
  const latitude = number(location['latitude']);
  const longitude = number(location['longitude']);
  if (latitude === undefined || longitude === undefined) return unknownBody(message);
  const name = word(location['name']);
  const address = word(location['address'], 1_024);
  return {
    kind: 'location',
    text: [name, address].filter((part) => part !== undefined).join('\n') || undefined,
    content: { kind: 'location', latitude, longitude, name, address, url: word(location['url'], 4_096) },
  };
}

function contactsBody(message: Obj): MessageBody {
  const contacts: SharedContact[] = [];
  for (const item of listOf(message['contacts']).slice(0, 257)) {
    const card = objectOf(item);
    if (card !== undefined) contacts.push(sharedContact(card));
  }
  if (contacts.length === 0) return unknownBody(message);
  const names = contacts
    .map((contact) => contact.name ?? contact.phones[0]?.phone)
    .filter((name) => name !== undefined);
  return { kind: 'contacts', text: names.join(', ') || undefined, content: { kind: 'contacts', contacts } };
}

function sharedContact(card: Obj): SharedContact {
  const name = objectOrEmpty(card['name']);
  return {
    name: word(name['formatted_name']) ?? word(name['first_name']),
    company: word(objectOrEmpty(card['org'])['company']),
    phones: objectsOf(card['phones']).map((item) => ({
      phone: word(item['phone']),
      waId: phone(item['wa_id']),
      type: word(item['type']),
    })),
    emails: objectsOf(card['emails']).flatMap((item) => word(item['email']) ?? []),
  };
}

function objectsOf(value: unknown): Obj[] {
  const found: Obj[] = [];
  for (const item of listOf(value).slice(0, 20)) {
    const object = objectOf(item);
    if (object !== undefined) found.push(object);
  }
  return found;
}

function buttonBody(message: Obj): MessageBody {
  const button = objectOrEmpty(message['button']);
  const title = text(button['text']);
  const payload = word(button['payload'], 2_000);
  if (title === undefined && payload === undefined) return unknownBody(message);
  return { kind: 'button', text: title, content: { kind: 'button', payload, title } };
}

function orderBody(message: Obj): MessageBody {
  const order = objectOrEmpty(message['order']);
  const items: OrderItem[] = listOf(order['product_items'])
    .slice(0, 500)
    .flatMap((item) => {
      const product = objectOf(item);
      return product === undefined ? [] : [orderItem(product)];
    });
  if (items.length === 0) return unknownBody(message);
  return {
    kind: 'order',
    text: word(order['text'], 4_096),
    content: { kind: 'order', catalogId: identifier(order['catalog_id']), items },
  };
}

function orderItem(product: Obj): OrderItem {
  const price = number(product['item_price']);
  const cents = price === undefined ? undefined : Math.round(price * 100);
  return {
    productId: identifier(product['product_retailer_id']),
    quantity: Math.max(0, integer(product['quantity']) ?? 0),
    unitPriceCents: cents !== undefined && Number.isSafeInteger(cents) ? cents : undefined,
    currency: word(product['currency'], 8),
  };
}

/** Kept as it came, so that the attendant sees that something came, and what. */
export function unknownBody(message: Obj): MessageBody {
  const type = word(message['type'], 64);
  const raw = type === undefined || !Object.hasOwn(message, type) ? message : message[type];
  return { kind: 'unknown', content: { kind: 'unknown', type, raw: cleanJson(raw) } };
}
