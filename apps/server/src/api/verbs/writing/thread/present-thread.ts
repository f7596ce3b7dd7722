import type { OutboundContent, TemplateOut } from '@balcao/channels/port';
import type { Language, ThreadMessage } from '@balcao/contract';
import type { ThreadQuote, ThreadRow } from '@balcao/core/messages';
import { type SentTemplate, showSent, type Template, templatesOfChannel } from '@balcao/core/templates';
import type { Tx, WorkspaceCtx } from '@balcao/db';
import { time, timeOrNull } from '../../present.ts';
import { cardsOf, interactiveOf, placeOf } from './present-content.ts';
import { presentFile } from './present-file.ts';
import { problemOf } from './problem-of.ts';

const ours: readonly string[] = ['text', 'media', 'template', 'buttons', 'list', 'cta_url', 'location', 'contacts'];

/** What we sent ourselves is kept in our own words; what came, or was written elsewhere, in those of the port's messages. */
function sentContent(row: Pick<ThreadRow, 'direction' | 'kind' | 'content'>): OutboundContent | undefined {
  if (row.direction === 'in' || !ours.includes(row.kind) || typeof row.content !== 'object' || row.content === null)
    return undefined;
  const content = row.content as OutboundContent; // queue-reply keeps it with its kind
  return content.kind === row.kind ? content : undefined;
}

const keyOf = ({ name, language }: { name: string; language: string }) => `${name} ${language}`;

/** Messages as the screen and its socket show them, in the reader's language. */
export async function presentThread(
  ctx: WorkspaceCtx,
  tx: Tx,
  rows: readonly ThreadRow[],
  language: Language,
): Promise<ThreadMessage[]> {
  const templates = new Map<string, Map<string, Template>>();
  for (const [channelId, group] of Map.groupBy(rows, (row) => row.channelId)) {
    const sent = group.flatMap((row): TemplateOut[] => {
      const content = sentContent(row);
      return content?.kind === 'template' ? [content] : [];
    });
    const named = [...new Map(sent.map((one) => [keyOf(one), one])).values()];
    templates.set(channelId, await templatesOfChannel(ctx, tx, channelId, named));
  }
  return rows.map((row) => {
    const content = sentContent(row);
    const template = content?.kind === 'template' ? templates.get(row.channelId)?.get(keyOf(content)) : undefined;
    const shown = template && content?.kind === 'template' ? showSent(template, content) : undefined;
    return presentOne(ctx, row, content, shown, language);
  });
}

function presentOne(
  ctx: WorkspaceCtx,
  row: ThreadRow,
  content: OutboundContent | undefined,
  template: SentTemplate | undefined,
  language: Language,
): ThreadMessage {
  const file = (one: ThreadRow['media']) => one && presentFile(ctx, one, language, row.direction);
  const kind = content?.kind === 'media' ? content.media : row.kind;
  const media = file(row.media);
  const spoken = content?.kind === 'media' ? content.voice === true : voiceOf(row.content);
  const known = content !== undefined || kind === 'location' || kind === 'contacts' || row.content === null;
  return {
    id: row.id,
    conversationId: row.conversationId,
    clientId: row.clientId,
    seq: row.seq,
    direction: row.direction,
    origin: row.origin as ThreadMessage['origin'], // the column's check allows nothing else
    authorId: row.authorId,
    kind,
    text: row.text ?? template?.text ?? null,
    media: media && { ...media, voice: media.voice || spoken },
    location: kind === 'location' ? placeOf(row.content) : null,
    contacts: kind === 'contacts' ? cardsOf(row.content) : null,
    interactive: content ? interactiveOf(content, file(row.headerMedia), template) : null,
    template: content?.kind === 'template' ? { name: content.name, language: content.language } : null,
    content: known ? null : row.content,
    quote: quoteOf(row),
    reactions: (row.reactions ?? []).map((one) => ({ ...one, at: time(new Date(one.at)) })),
    edits: (row.edits ?? []).map((one) => ({ ...one, at: time(new Date(one.at)) })),
    status: row.status as ThreadMessage['status'], // the column's check allows nothing else
    problem: problemOf(row, language),
    retryOf: row.retryOf,
    retriedBy: row.retriedBy,
    providerId: row.providerId,
    ...timesOf(row),
  };
}

const timesOf = (row: ThreadRow) => ({
  at: time(row.at),
  createdAt: time(row.createdAt),
  sentAt: timeOrNull(row.sentAt),
  deliveredAt: timeOrNull(row.deliveredAt),
  readAt: timeOrNull(row.readAt),
  playedAt: timeOrNull(row.playedAt),
  failedAt: timeOrNull(row.failedAt),
  editedAt: timeOrNull(row.editedAt),
  revokedAt: timeOrNull(row.revokedAt),
});

const voiceOf = (content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'voice' in content && content.voice === true;

function quoteOf({ replyTo, quote }: ThreadRow): ThreadMessage['quote'] {
  if (replyTo === null) return null;
  if (quote === null)
    return { messageId: null, direction: null, origin: null, authorId: null, kind: null, text: null, mediaId: null };
  return {
    messageId: quote.id,
    direction: quote.direction,
    origin: quote.origin as ThreadMessage['origin'], // the column's check allows nothing else
    authorId: quote.authorId,
    kind: kindOfQuote(quote),
    text: quote.revoked ? null : quote.text,
    mediaId: quote.revoked ? null : quote.mediaId,
  };
}

const kindOfQuote = ({ kind, media }: ThreadQuote): string => (kind === 'media' ? (media ?? kind) : kind);
