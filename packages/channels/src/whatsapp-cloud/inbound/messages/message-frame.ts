import type { MessageFrame, Referral } from '../../../port/index.ts';
import { problemsOf } from '../addresses.ts';
import { flag, identifier, moment, type Obj, objectOf, objectOrEmpty, text, word } from '../values.ts';
import { messageBody } from './message-body.ts';

/** Everything of a message but whose it is. Written out field by field: this is the hottest line of the parser. */
export function messageFrame(providerId: string, message: Obj): MessageFrame {
  const body = messageBody(message);
  const context = objectOf(message['context']);
  return {
    providerId,
    at: moment(message['timestamp']),
    kind: body.kind,
    text: body.text,
    content: body.content,
    media: body.media,
    replyTo: context === undefined ? undefined : identifier(context['id']),
    forwarded: context === undefined ? undefined : wasForwarded(context),
    referredProduct: context === undefined ? undefined : referredProduct(context['referred_product']),
    referral: message['referral'] === undefined ? undefined : referral(message['referral']),
    groupId: identifier(message['group_id']),
    errors: problemsOf(message['errors']),
  };
}

const wasForwarded = (context: Obj) =>
  flag(context['forwarded']) || flag(context['frequently_forwarded']) ? true : undefined;

function referredProduct(value: unknown): MessageFrame['referredProduct'] {
  const product = objectOf(value);
  if (product === undefined) return undefined;
  return { catalogId: identifier(product['catalog_id']), productId: identifier(product['product_retailer_id']) };
}

function referral(value: unknown): Referral | undefined {
  const source = objectOf(value);
  if (source === undefined) return undefined;
  return {
    sourceUrl: word(source['source_url'], 4_096),
    sourceId: identifier(source['source_id']),
    sourceType: word(source['source_type']),
    headline: word(source['headline'], 1_024),
    body: text(source['body'], 4_096),
    mediaType: word(source['media_type']),
    mediaUrl: word(source['image_url'] ?? source['video_url'] ?? source['thumbnail_url'], 4_096),
    clickId: word(source['ctwa_clid'], 1_024),
    welcomeText: text(objectOrEmpty(source['welcome_message'])['text'], 4_096),
  };
}
