import { Fault } from '@balcao/kernel';
import type { OutboundContent, Recipient, SendRequest } from '../../port/index.ts';
import { limits } from './limits.ts';
import { renderContacts } from './render-contacts.ts';
import { renderButtons, renderCtaUrl, renderList } from './render-interactive.ts';
import { renderMedia } from './render-media.ts';
import { renderTemplate } from './render-template.ts';
import type { Rendered } from './rendered.ts';

/** The body of POST /messages. */
export function renderMessage(request: SendRequest): Rendered {
  if (request.tag === '' || request.tag.length > limits.tag) {
    throw new Fault('invalid_input', `tag: 1 to ${limits.tag} characters`, { field: 'tag' });
  }
  return {
    messaging_product: 'whatsapp',
    ...renderRecipient(request.to),
    context: request.replyTo === undefined ? undefined : { message_id: request.replyTo },
    biz_opaque_callback_data: request.tag,
    ...renderContent(request.content),
  };
}

/** A phone wins over a business-scoped id, as it does at Meta's. */
function renderRecipient(to: Recipient): Rendered {
  if (to.groupId !== undefined) return { recipient_type: 'group', to: to.groupId };
  if (to.waId !== undefined) return { recipient_type: 'individual', to: to.waId };
  if (to.bsuid !== undefined) return { recipient_type: 'individual', recipient: to.bsuid };
  throw new Fault('invalid_input', 'to: neither a phone, a user id nor a group', { field: 'to' });
}

function renderContent(content: OutboundContent): Rendered {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: content.previewUrl } };
    case 'media':
      return renderMedia(content);
    case 'template':
      return renderTemplate(content);
    case 'buttons':
      return renderButtons(content);
    case 'list':
      return renderList(content);
    case 'cta_url':
      return renderCtaUrl(content);
    case 'location':
      return { type: 'location', location: renderLocation(content) };
    case 'contacts':
      return renderContacts(content);
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.targetId, emoji: content.emoji ?? '' } };
  }
}

/** Meta's contract wants the degrees as text. */
function renderLocation(content: Extract<OutboundContent, { kind: 'location' }>): Rendered {
  return {
    latitude: String(content.latitude),
    longitude: String(content.longitude),
    name: content.name,
    address: content.address,
  };
}
