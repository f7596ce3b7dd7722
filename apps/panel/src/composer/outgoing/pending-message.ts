import type { ShownMedia, ThreadMessage } from '../../messages/index.ts';
import type { OutboundContent, OutgoingDraft } from './outgoing-draft.ts';

interface Frame {
  readonly conversationId: string;
  readonly authorId: string | null;
  /** ISO. */
  readonly at: string;
  readonly seq: number;
}

type Parts = Pick<ThreadMessage, 'kind' | 'text' | 'media' | 'location' | 'contacts' | 'interactive' | 'template'>;

const nothing: Parts = {
  kind: 'text',
  text: null,
  media: null,
  location: null,
  contacts: null,
  interactive: null,
  template: null,
};

/** A draft as the thread shows a message, before the server has it. */
export function pendingMessage(draft: OutgoingDraft, frame: Frame): ThreadMessage {
  const { quoted } = draft;
  return {
    ...nothing,
    ...partsOf(draft.content, draft.previewUrls?.[0] ?? null),
    ...frame,
    id: draft.clientId,
    clientId: draft.clientId,
    direction: 'out',
    origin: 'person',
    content: draft.content,
    quote: quoted
      ? {
          messageId: quoted.id,
          direction: quoted.direction,
          origin: quoted.origin,
          authorId: quoted.authorId,
          kind: quoted.kind,
          text: quoted.text,
          mediaId: quoted.media?.id ?? null,
        }
      : null,
    reactions: [],
    edits: [],
    status: 'queued',
    problem: null,
    retryOf: null,
    retriedBy: null,
    providerId: null,
    createdAt: frame.at,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    playedAt: null,
    failedAt: null,
    editedAt: null,
    revokedAt: null,
  };
}

function partsOf(content: OutboundContent, url: string | null): Partial<Parts> {
  switch (content.kind) {
    case 'text':
      return { text: content.text };
    case 'media':
      return { kind: content.media, text: content.caption ?? null, media: fileOf(content, url) };
    case 'location':
      return {
        kind: 'location',
        location: {
          latitude: content.latitude,
          longitude: content.longitude,
          name: content.name ?? null,
          address: content.address ?? null,
          url: null,
        },
      };
    case 'contacts':
      return { kind: 'contacts', contacts: content.contacts.map(cardOf) };
    case 'template':
      return { kind: 'template', template: { name: content.name, language: content.language } };
    case 'buttons':
    case 'list':
    case 'cta_url':
      return { kind: content.kind, text: content.text, interactive: offerOf(content) };
    default:
      return {};
  }
}

function fileOf(content: Extract<OutboundContent, { kind: 'media' }>, url: string | null): ShownMedia {
  return {
    id: 'mediaId' in content.source ? content.source.mediaId : '',
    kind: content.media,
    state: url === null ? 'pending' : 'stored',
    mime: null,
    bytes: null,
    fileName: content.fileName ?? null,
    voice: content.voice ?? false,
    url,
    urlExpiresAt: null,
    problem: null,
  };
}

type Card = Extract<OutboundContent, { kind: 'contacts' }>['contacts'][number];

const cardOf = (card: Card) => ({
  name: card.name.formatted,
  company: card.company ?? null,
  phones: (card.phones ?? []).map((one) => ({ phone: one.phone, waId: one.waId ?? null, type: one.type ?? null })),
  emails: (card.emails ?? []).map((one) => one.email),
  urls: (card.urls ?? []).map((one) => one.url),
});

function offerOf(
  content: Extract<OutboundContent, { kind: 'buttons' | 'list' | 'cta_url' }>,
): ThreadMessage['interactive'] {
  const { header } = content;
  const buttons =
    content.kind === 'buttons'
      ? content.buttons.map((button) => ({ id: button.id, title: button.title, url: null }))
      : content.kind === 'cta_url'
        ? [{ id: null, title: content.button, url: content.url }]
        : [];
  const sections = content.kind === 'list' ? content.sections : [];
  return {
    header: header?.kind === 'text' ? { kind: 'text', text: header.text, media: null } : null,
    footer: content.footer ?? null,
    buttons,
    listButton: content.kind === 'list' ? content.button : null,
    sections: sections.map((section) => ({
      title: section.title ?? null,
      rows: section.rows.map((row) => ({ id: row.id, title: row.title, description: row.description ?? null })),
    })),
  };
}
