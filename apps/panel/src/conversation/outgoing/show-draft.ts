import type { OutboundContent } from '../conversation-view.ts';
import type { ThreadMessage } from '../feed/thread-pages.ts';
import type { Outgoing } from './reduce-outgoing.ts';

type Media = NonNullable<ThreadMessage['media']>;
type Interactive = NonNullable<ThreadMessage['interactive']>;

const noMedia = { bytes: null, mime: null, urlExpiresAt: null, problem: null };

function mediaOf(content: OutboundContent, { draft, at }: Outgoing): Media | null {
  if (content.kind !== 'media') return null;
  const url = draft.previewUrls?.[0] ?? null;
  return {
    ...noMedia,
    id: draft.clientId,
    kind: content.media,
    state: url === null ? 'pending' : 'stored',
    fileName: content.fileName ?? null,
    voice: content.voice ?? false,
    url,
    urlExpiresAt: url === null ? null : new Date(Date.parse(at) + 86_400_000).toISOString(),
  };
}

function interactiveOf(content: OutboundContent): Interactive | null {
  if (content.kind !== 'buttons' && content.kind !== 'list' && content.kind !== 'cta_url') return null;
  const header = content.header;
  return {
    header: header ? { kind: header.kind, text: header.kind === 'text' ? header.text : null, media: null } : null,
    footer: content.footer ?? null,
    buttons:
      content.kind === 'buttons'
        ? content.buttons.map(({ id, title }) => ({ id, title, url: null }))
        : content.kind === 'cta_url'
          ? [{ id: null, title: content.button, url: content.url }]
          : [],
    listButton: content.kind === 'list' ? content.button : null,
    sections:
      content.kind === 'list'
        ? content.sections.map((section) => ({
            title: section.title ?? null,
            rows: section.rows.map((row) => ({ ...row, description: row.description ?? null })),
          }))
        : [],
  };
}

function textOf(content: OutboundContent): string | null {
  if (content.kind === 'media') return content.caption ?? null;
  return 'text' in content ? content.text : null;
}

const quoteOf = ({ draft: { quoted } }: Outgoing): ThreadMessage['quote'] =>
  quoted === undefined
    ? null
    : {
        messageId: quoted.id,
        direction: quoted.direction,
        origin: quoted.origin,
        authorId: quoted.authorId,
        kind: quoted.kind,
        text: quoted.text?.slice(0, 200) ?? null,
        mediaId: quoted.media?.id ?? null,
      };

/** A message on its way as the thread shows messages, so that nothing jumps when the server's takes its place. */
export function showDraft(one: Outgoing, me: string): ThreadMessage {
  const { draft, at, conversationId } = one;
  const { content } = draft;
  return {
    id: draft.clientId,
    conversationId,
    clientId: draft.clientId,
    seq: Number.MAX_SAFE_INTEGER,
    direction: 'out',
    origin: 'person',
    authorId: me,
    kind: content.kind === 'media' ? content.media : content.kind,
    text: textOf(content),
    media: mediaOf(content, one),
    location:
      content.kind === 'location'
        ? { ...content, name: content.name ?? null, address: content.address ?? null, url: null }
        : null,
    contacts:
      content.kind === 'contacts'
        ? content.contacts.map((card) => ({
            name: card.name.formatted,
            company: card.company ?? null,
            phones: (card.phones ?? []).map(({ phone, waId, type }) => ({
              phone,
              waId: waId ?? null,
              type: type ?? null,
            })),
            emails: (card.emails ?? []).map(({ email }) => email),
            urls: (card.urls ?? []).map(({ url }) => url),
          }))
        : null,
    interactive: interactiveOf(content),
    template: content.kind === 'template' ? { name: content.name, language: content.language } : null,
    content: {},
    quote: quoteOf(one),
    reactions: [],
    edits: [],
    status: 'queued',
    problem: null,
    retryOf: null,
    retriedBy: null,
    providerId: null,
    at,
    createdAt: at,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    playedAt: null,
    failedAt: null,
    editedAt: null,
    revokedAt: null,
  };
}
